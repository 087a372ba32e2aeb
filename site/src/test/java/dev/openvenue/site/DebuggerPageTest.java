package dev.openvenue.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The debugger in a browser, opened from the file system. */
final class DebuggerPageTest {
    private static Browser browser;
    private static ChromeDriver driver;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        driver = browser.driver();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.open("debugger/index.html");
    }

    @Test
    void passesTheSigningCasesOfAllVenues() throws Exception {
        ArrayNode cases = Cases.signing();
        String check = Files.readString(Path.of("src/test/js/check.js"));
        Object failures = driver.executeAsyncScript(check + """
                        const done = arguments[arguments.length - 1];
                        Promise.all(JSON.parse(arguments[0]).map(checkCase))
                          .then((all) => done(all.flat()), (e) => done([String(e)]));
                        """, cases.toString());
        assertThat(cases).isNotEmpty();
        assertThat((List<?>) failures).isEmpty();
    }

    @Test
    void signsAnExampleOfEveryVenueAndKindOfKey() {
        int examples = 0;
        for (WebElement venue : new Select(element("venue")).getOptions()) {
            new Select(element("venue")).selectByValue(venue.getAttribute("value"));
            List<String> kinds = new Select(element("kind"))
                    .getOptions().stream()
                            .map(kind -> kind.getAttribute("value"))
                            .toList();
            for (String kind : kinds) {
                new Select(element("kind")).selectByValue(kind);
                example();
                assertThat(element("signature").getText()).isNotBlank();
                assertThat(element("problem").getText()).isEmpty();
                examples++;
            }
        }
        assertThat(examples).isGreaterThan(6);
    }

    @Test
    void namesTheMistakeBehindAPastedSignature() throws Exception {
        new Select(element("venue")).selectByVisibleText("XT");
        set("api-key", "desk-xt");
        set("secret", "desk-secret-not-real");
        set("time", "1700000000000");
        set("request", "curl 'https://api.xt.com/trade/api/v1/getOrder?market=btc_usdt&id=123'");
        // HMAC-SHA256 of market=btc_usdt&id=123&accesskey=desk-xt&nonce=1700000000000, made by openssl.
        set("own-signature", "838a1fc54e36028d9cdd91b7107278c21d1b74ca01518ee6ac19be66c69ebd06");
        await("explanation");
        browser.screenshot("debugger");
        assertThat(element("passphrase").isDisplayed()).as("XT has none").isFalse();
        assertThat(element("text").getText()).isEqualTo("accesskey=desk-xt&id=123&market=btc_usdt&nonce=1700000000000");
        assertThat(element("verdict").getText()).isEqualTo("""
                        Proved: the signature is right for the parameters in the order given
                        signed  market=btc_usdt&id=123&accesskey=desk-xt&nonce=1…   60 bytes
                        due     accesskey=desk-xt&id=123&market=btc_usdt&nonce=1…   60 bytes
                                ^ character 1: 'm' was signed, 'a' is due
                        Rule: they are signed sorted by name
                        Fix: sort the names in ASCII order before they are joined; the order in which they are sent \
                        does not matter""");
    }

    @Test
    void takesARequestInFields() {
        example();
        new Select(driver.findElement(By.id("venue"))).selectByVisibleText("Bitget");
        driver.findElement(By.cssSelector("#fields summary")).click();
        new Select(element("method")).selectByVisibleText("POST");
        element("url").sendKeys("https://api.bitget.com/api/v2/spot/trade/cancel-order");
        element("headers").sendKeys("Content-Type: application/json");
        element("body").sendKeys("{\"orderId\":\"7\"}");
        element("take-fields").click();
        await("steps");
        assertThat(element("text").getText()).endsWith("POST/api/v2/spot/trade/cancel-order{\"orderId\":\"7\"}");
    }

    @Test
    void showsWhatWasPastedAsText() {
        example();
        set("request", "GET /orders?name=%3Cimg%20src%3Dx%20id%3Dstray%3E HTTP/1.1\nHost: 127.0.0.1\n");
        set("own-text", "<img src=x id=stray>");
        await("explanation");
        assertThat(element("verdict").getText()).contains("<img");
        assertThat(driver.findElements(By.id("stray"))).isEmpty();
    }

    @Test
    void concealsTheSecretAndKeepsItInThePage() {
        example();
        assertThat(element("secret").getCssValue("-webkit-text-security")).isEqualTo("disc");
        assertThat(driver.getCurrentUrl()).endsWith("debugger/index.html");
        assertThat(driver.executeScript("return localStorage.length + sessionStorage.length + document.cookie.length"))
                .isEqualTo(0L);
        assertThat(driver.executeScript("""
                                const loaded = performance.getEntriesByType('resource');
                                return loaded.filter((entry) => !entry.name.startsWith('file:')).length;
                                """)).isEqualTo(0L);
    }

    @Test
    void canConnectToNothing() {
        Object directive = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
                fetch('http://127.0.0.1:9/').catch(() => {});
                """);
        assertThat(directive).isEqualTo("connect-src");
    }

    @Test
    void makesATestKeyOfEveryKind() {
        new Select(element("venue")).selectByVisibleText("Satori");
        for (WebElement kind : new Select(element("kind")).getOptions()) {
            new Select(element("kind")).selectByValue(kind.getAttribute("value"));
            set("secret", "");
            element("invent").click();
            set("request", "GET /api/third/order HTTP/1.1\nHost: 127.0.0.1\n");
            wait(() -> !element("signature").getText().isEmpty()
                    && element("problem").getText().isEmpty());
        }
    }

    private static void example() {
        Object before = run();
        element("example").click();
        wait(() -> !Objects.equals(run(), before));
        await("steps");
    }

    /** The number of the input whose result is shown. */
    private static @Nullable Object run() {
        return driver.executeScript("return document.body.dataset.run");
    }

    private static void await(String id) {
        wait(() -> element(id).isDisplayed());
    }

    private static void wait(BooleanSupplier condition) {
        new WebDriverWait(driver, Duration.ofMinutes(2), Duration.ofMillis(50))
                .until(ignored -> condition.getAsBoolean());
    }

    private static WebElement element(String id) {
        return driver.findElement(By.id(id));
    }

    /** Replaces what a field contains, as pasting does. */
    private static void set(String id, String text) {
        driver.executeScript(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
                element(id),
                text);
    }
}
