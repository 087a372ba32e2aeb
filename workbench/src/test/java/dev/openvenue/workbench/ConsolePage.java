package dev.openvenue.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The console in the browser, as somebody sees it who waits for what is to come. */
final class ConsolePage {
    private static final Path SCREENSHOTS = Path.of("target", "console");

    /** Calls back with the first value that counts as true. */
    private static final String UNTIL = "const given = [...arguments], done = given.pop();"
            + "const look = () => { const value = (() => { %s })(); value ? done(value) : setTimeout(look, 20); }; look();";

    private final ChromeDriver browser;

    private ConsolePage(ChromeDriver browser) {
        this.browser = browser;
    }

    /** Opens the printed link and waits until the page follows what happens. */
    static ConsolePage open(ChromeDriver browser, Workbench workbench) {
        // A page whose address differs in the fragment alone is not loaded again; and the one before complains no more.
        browser.get("about:blank");
        browser.manage().logs().get(LogType.BROWSER);
        browser.get(workbench.consoleUrl());
        ConsolePage page = new ConsolePage(browser);
        page.until("return document.querySelector('#connection.live') && document.querySelector('#keys code')"
                + " && document.querySelector('#venues li')");
        return page;
    }

    /** The page that is there. */
    static ConsolePage asked(ChromeDriver browser) {
        return new ConsolePage(browser);
    }

    /** Waits for a value that counts as true, and returns it. */
    Object until(String script, Object... arguments) {
        return Objects.requireNonNull(browser.executeAsyncScript(UNTIL.formatted(script), arguments));
    }

    /** Waits until what a selector finds has a text in it. */
    void untilText(String selector, String text) {
        until(
                "return [...document.querySelectorAll(given[0])].some((one) => one.textContent.includes(given[1]))",
                selector,
                text);
    }

    @Nullable
    Object run(String script, Object... arguments) {
        return browser.executeScript(script, arguments);
    }

    /** All that stands in the first element that a selector finds. */
    String text(String selector) {
        return String.valueOf(until("return document.querySelector(given[0])?.textContent", selector));
    }

    /** Clicks as soon as there is something to be clicked. */
    void click(String selector) {
        until(
                "const found = document.querySelector(given[0]);"
                        + "return found && !found.disabled && (found.scrollIntoView({block: 'center'}), true)",
                selector);
        browser.findElement(org.openqa.selenium.By.cssSelector(selector)).click();
    }

    /** Presses keys, whatever has the focus. */
    void press(CharSequence... keys) {
        browser.switchTo().activeElement().sendKeys(keys);
    }

    void type(String selector, String text) {
        click(selector);
        press(Keys.chord(Keys.CONTROL, "a"), text);
    }

    void choose(String selector, String value) {
        run(
                "const one = document.querySelector(arguments[0]); one.value = arguments[1];"
                        + "one.dispatchEvent(new Event('change', {bubbles: true}))",
                selector,
                value);
    }

    /** The texts of the rows of requests that exist as elements, from top to bottom. */
    List<?> rows() {
        return (List<?>) Objects.requireNonNull(run("return [...document.querySelectorAll("
                + "'#request-rows [role=row]:not([hidden])')].sort((a, b) => a.ariaRowIndex - b.ariaRowIndex)"
                + ".map((row) => [...row.children].map((cell) => cell.textContent).join(' | '))"));
    }

    void dark(boolean dark) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void offline(boolean offline) {
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    void screenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    /** Nothing was rejected by the content security policy, and no script failed. */
    void assertNoComplaint() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                        .map(LogEntry::getMessage))
                .isEmpty();
    }
}
