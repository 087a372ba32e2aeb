package dev.openvenue.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The engine's own source of chance. */
final class EngineClockTest {
    @Test
    void jitterIsAnyNumberFromZeroToOne() {
        double[] jitter =
                DoubleStream.generate(EngineClock.SYSTEM::jitter).limit(100).toArray();

        assertThat(DoubleStream.of(jitter)).allMatch(number -> number >= 0 && number < 1);
        assertThat(DoubleStream.of(jitter).distinct().count()).isGreaterThan(50);
    }
}
