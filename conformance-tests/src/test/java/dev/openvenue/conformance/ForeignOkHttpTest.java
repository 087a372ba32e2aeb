package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.fixtures.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Another library's OkHttp 4 on a real class path: a sentence that says what to do, and no NoSuchMethodError. */
final class ForeignOkHttpTest {
    /** The build puts it there; as a dependency it would be on the class path of every test. */
    private static final Path OKHTTP_4 = Path.of("target", "foreign", "okhttp-4.12.0.jar");

    @Test
    void clientOnAClassPathThatBeginsWithOkHttp4SaysWhatToDo() throws Exception {
        assertThat(probe(own -> OKHTTP_4 + File.pathSeparator + own))
                .isEqualTo("java.lang.IllegalStateException: OkHttp 4.12.0 comes first on the class path, but OpenVenue"
                        + " needs OkHttp 5; import com.squareup.okhttp3:okhttp-bom in a version 5, so that all that use"
                        + " OkHttp get the same");
    }

    @Test
    void okHttp4BehindOkHttp5DoesNoHarm() throws Exception {
        assertThat(probe(own -> own + File.pathSeparator + OKHTTP_4)).isEqualTo("Bitget can be called");
    }

    private static String probe(UnaryOperator<String> classPath) throws IOException, InterruptedException {
        assertThat(OKHTTP_4).exists();
        ProcessBuilder builder = JavaProcess.of(OkHttpProbe.class, "64m", List.of());
        List<String> command = builder.command();
        int own = command.indexOf("-cp") + 1;
        command.set(own, classPath.apply(command.get(own)));
        Process process = builder.redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(process.waitFor()).as(output).isZero();
            return output;
        } finally {
            process.destroy();
        }
    }
}
