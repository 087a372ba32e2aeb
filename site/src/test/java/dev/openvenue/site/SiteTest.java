package dev.openvenue.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The site in a browser, opened from the file system. */
final class SiteTest {
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

    @Test
    void theSearchFindsAnErrorCode() throws IOException {
        browser.open("index.html");
        browser.screenshot("start");
        driver.findElement(By.id("q")).sendKeys("40008", Keys.ENTER);
        List<WebElement> hits = driver.findElements(By.cssSelector("#hits li"));
        browser.screenshot("search");
        assertThat(hits).hasSize(2).allSatisfy(hit -> assertThat(hit.getText()).startsWith("40008 Error of Bitget"));
        hits.get(0).findElement(By.tagName("a")).click();
        assertThat(driver.findElement(By.cssSelector(":target")).getText())
                .contains("40008", "timestamp", "sync clock");
        browser.screenshot("errors");
    }

    @Test
    void theErrorCatalogueIsFilteredWhileOneTypes() {
        browser.open("venues/bitget/errors.html");
        driver.findElement(By.cssSelector("[data-filter]")).sendKeys("insufficient funds");
        List<WebElement> rows = driver.findElements(By.cssSelector("#errors tbody tr:not([hidden])"));
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getText().toLowerCase(java.util.Locale.ROOT))
                        .contains("insufficient", "funds"));
        assertThat(driver.findElement(By.id("errors-count")).getText()).startsWith(rows.size() + " of ");
    }

    @Test
    void theKeyboardReachesTheSearchAndTheContent() {
        browser.open("index.html");
        driver.findElement(By.tagName("body")).sendKeys("/");
        assertThat(driver.switchTo().activeElement().getAttribute("id")).isEqualTo("q");
        browser.open("guides/docs/guide.html");
        driver.findElement(By.tagName("body")).sendKeys(Keys.TAB, Keys.ENTER);
        assertThat(driver.getCurrentUrl()).endsWith("#content");
    }

    @Test
    void isReadableInLightAndDark() throws IOException {
        for (String scheme : List.of("light", "dark")) {
            driver.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            for (String page : List.of("venues/bitget/trade.html", "debugger/index.html")) {
                browser.open(page);
                browser.screenshot(page.replaceAll("\\W", "-") + "-" + scheme);
                for (String element : List.of("body", "a", "button", ".bounds")) {
                    driver.findElements(By.cssSelector(element)).stream()
                            .limit(1)
                            .forEach(found -> assertThat(contrast(found)).isGreaterThan(4.5));
                }
            }
        }
    }

    @Test
    void loadsNothingFromElsewhere() {
        for (String page : List.of("index.html", "search.html", "venues/bitget/index.html", "guides/README.html")) {
            browser.open(page);
            Object elsewhere = driver.executeScript("""
                    const names = performance.getEntriesByType('resource').map((entry) => entry.name);
                    return names.filter((name) => !name.startsWith('file:'));
                    """);
            assertThat((List<?>) elsewhere).isEmpty();
        }
    }

    @Test
    void noPageNamesAScriptOrStyleOfElsewhere() throws IOException {
        for (Path page : Links.pages()) {
            assertThat(Files.readString(page)).doesNotContainPattern("(src|srcset)=\"(https?:)?//");
        }
    }

    /** The contrast of an element's text with the page, as WCAG defines it. */
    private static double contrast(WebElement element) {
        return ((Number) driver.executeScript("""
                        const numbers = (text) => text.match(/[\\d.]+/g).map(Number);
                        const curve = (c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                        const linear = (c) => curve(c / 255);
                        const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
                        const ink = light(numbers(getComputedStyle(arguments[0]).color));
                        const paper = light(numbers(getComputedStyle(document.body).backgroundColor));
                        return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
                        """, element)).doubleValue();
    }
}
