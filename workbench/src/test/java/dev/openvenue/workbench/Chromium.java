package dev.openvenue.workbench;

import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The Chromium of this machine without a window: one for all tests, because its start takes longest. Where there is
 * none, the tests are skipped.
 */
final class Chromium implements ExecutionCondition, ParameterResolver {
    private static final Optional<Path> BROWSER = installed("chromium", "chromium-browser", "google-chrome");
    private static final Optional<Path> DRIVER = installed("chromedriver");
    private static final String MISSING = "SKIPPED, no browser: put chromium and chromedriver on the PATH"
            + " (Debian: apt-get install chromium chromium-driver)";

    /** Selenium complains that it does not know this version of Chromium's debugger, which nothing here uses. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
        if (BROWSER.isEmpty() || DRIVER.isEmpty()) {
            System.err.println(MISSING);
        }
    }

    private static Optional<Path> installed(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return BROWSER.isPresent() && DRIVER.isPresent()
                ? ConditionEvaluationResult.enabled("There is a browser")
                : ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ChromeDriver.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class)
                .browser;
    }

    /** Ends with the last test of the JVM. */
    private static final class Running implements AutoCloseable {
        private final ChromeDriver browser;

        Running() {
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(DRIVER.orElseThrow().toFile())
                    .usingAnyFreePort()
                    .withLogOutput(OutputStream.nullOutputStream())
                    .build();
            ChromeOptions options =
                    new ChromeOptions().setBinary(BROWSER.orElseThrow().toFile());
            options.addArguments(List.of(
                    "--headless=new",
                    "--window-size=1500,1000",
                    "--disable-dev-shm-usage",
                    // Containers cannot have a sandbox, and only pages of this build are opened.
                    "--no-sandbox",
                    // It calls home now and then; here it finds nobody.
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"));
            options.setCapability("goog:loggingPrefs", java.util.Map.of("browser", "ALL"));
            browser = new ChromeDriver(service, options);
            browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
        }

        @Override
        public void close() {
            browser.quit();
        }
    }
}
