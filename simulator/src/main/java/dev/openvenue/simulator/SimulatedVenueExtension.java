package dev.openvenue.simulator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a venue before each JUnit test and closes it afterwards, so that every test starts with an empty book.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SimulatedVenueExtension bitget = SimulatedVenueExtension.of("bitget");
 *
 * @Test
 * void cancels(VenueSimulator venue) { … } // or bitget.simulator()
 * }</pre>
 *
 * <p>A parameter of type {@link VenueSimulator} is resolved if exactly one such extension is registered.
 */
@SuppressWarnings("exports") // JUnit is optional, and what is optional cannot be passed on to those who do not have it.
public final class SimulatedVenueExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private final String venueId;
    /** Per thread, because tests may run in parallel and share the extension. */
    @SuppressWarnings(
            "ThreadLocalUsage") // An extension is as good as static, and every value is removed after its test.
    private final ThreadLocal<@Nullable VenueSimulator> running = new ThreadLocal<>();

    private SimulatedVenueExtension(String venueId) {
        this.venueId = venueId;
    }

    /** An extension for one venue. */
    public static SimulatedVenueExtension of(String venueId) {
        return new SimulatedVenueExtension(venueId);
    }

    /**
     * The simulator of the test that runs on this thread.
     *
     * @throws IllegalStateException if none does
     */
    public VenueSimulator simulator() {
        VenueSimulator simulator = running.get();
        if (simulator == null) {
            throw new IllegalStateException("No test runs on this thread; take the simulator of '" + venueId
                    + "' inside a test or a @BeforeEach method, on the thread of the test");
        }
        return simulator;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running.set(VenueSimulator.start(venueId));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator().close();
        running.remove();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == VenueSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator();
    }
}
