package dev.openvenue.site;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium without a window. Both programs are named, so that Selenium asks no network for others. */
final class Browser implements AutoCloseable {
    private static final Path SITE = Path.of(System.getProperty("openvenue.site"));

    /**
     * Speaks of a library for the tools of this very version of Chromium, which no test needs. Held, or its level is
     * lost.
     */
    private static final Logger LOGGER = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Skips the test where there is no Chromium. */
    static Browser start() {
        Optional<Path> chromium = program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = program("chromedriver");
        Assumptions.assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "Not tried in a browser: there is no chromium with its chromedriver (in Debian, chromium and"
                        + " chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments("--headless=new", "--disable-dev-shm-usage", "--window-size=1400,1600");
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium rejects its sandbox to root, who runs in a container.
            options.addArguments("--no-sandbox");
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .build();
        LOGGER.setLevel(Level.SEVERE);
        ChromeDriver driver = new ChromeDriver(service, options);
        // Not a measure of anything: as long as the slowest machine may take.
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(5)).pageLoadTimeout(Duration.ofMinutes(5));
        return new Browser(driver);
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a page of the site from the file system. */
    void open(String page) {
        driver.get(SITE.toUri() + page);
    }

    /** Writes what is to be seen to {@code target}, for a look. */
    void screenshot(String name) throws IOException {
        Files.write(SITE.resolveSibling("screenshot-" + name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    private static Optional<Path> program(String... names) {
        String[] folders = System.getenv("PATH").split(File.pathSeparator, -1);
        return Stream.of(names)
                .flatMap(name -> List.of(folders).stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
