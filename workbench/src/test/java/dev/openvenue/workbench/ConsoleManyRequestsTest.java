package dev.openvenue.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.VenueRequest;
import dev.openvenue.simulator.VenueSimulator;
import java.util.Objects;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The page with a full journal. How long things take is measured in the page ({@code performance.now}, from the cause
 * to the frame that shows it) and printed; what is asserted is what makes it fast: that few rows exist as elements.
 */
@ExtendWith(Chromium.class)
final class ConsoleManyRequestsTest {
    private static final int MOST_ROWS = 80;

    /** From a cause to the frame that shows what follows from it. */
    private static final String MEASURE = "const done = arguments[arguments.length - 1], begin = performance.now();"
            + "%s; requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));";

    @Test
    void tenThousandRequestsAreFewElements(ChromeDriver browser) throws Exception {
        try (Workbench workbench = Workbench.start(WorkbenchOptions.of(42, "bitget"))) {
            VenueSimulator venue = workbench.venues().get(0);
            Headers host = Headers.of("Host", "127.0.0.1");
            for (int i = 1; i <= Journal.MOST_ENTRIES; i++) {
                String target = i % 100 == 0 ? "/nowhere/" + i : "/api/v2/public/time";
                venue.replay(VenueRequest.of("GET", target, host, null), 0, null);
            }
            ConsolePage page = ConsolePage.open(browser, workbench);
            page.untilText("#request-count", "10,000 requests");
            page.untilText("#view-all", "10,000");
            Object loaded = page.run("return performance.now()");
            assertThat(page.rows())
                    .hasSizeBetween(10, MOST_ROWS)
                    .first()
                    .asString()
                    .startsWith("10000 | ");

            double end = measure(browser, "document.getElementById('request-grid').scrollTop = 1e9");
            assertThat(page.rows()).hasSizeLessThan(MOST_ROWS).last().asString().startsWith("1 | ");
            double most = 0;
            for (int i = 1; i < 20; i++) {
                most = Math.max(
                        most,
                        measure(browser, "document.getElementById('request-grid').scrollTop = " + 300_000 / 20 * i));
                assertThat(page.rows()).hasSizeBetween(10, MOST_ROWS);
            }
            double filter = measure(
                    browser,
                    "const filter = document.getElementById('request-filter'); filter.value = 'nowhere 5';"
                            + "filter.dispatchEvent(new Event('input'))");
            page.untilText("#view-all", "19");
            double view = measure(browser, "document.getElementById('view-rejected').click()");
            page.type("#request-filter", " " + Keys.BACK_SPACE);
            page.untilText("#view-rejected", "100");
            assertThat(page.run("return document.querySelectorAll('*').length"))
                    .asString()
                    .hasSizeLessThan(5);

            page.click("#view-all");
            venue.replay(VenueRequest.of("GET", "/one/more", host, null), 0, null);
            page.untilText("#request-rows .operation", "/one/more");
            page.untilText("#request-count", "10,000 kept, 1 older ones dropped");
            System.out.printf(
                    "Console with 10,000 requests: all loaded %.0f ms after the page began, to the end %.0f ms,"
                            + " slowest of 19 jumps %.0f ms, filter %.0f ms, another view %.0f ms, %d rows, %s elements%n",
                    ((Number) Objects.requireNonNull(loaded)).doubleValue(),
                    end,
                    most,
                    filter,
                    view,
                    page.rows().size(),
                    page.run("return document.querySelectorAll('*').length"));
            page.screenshot("ten-thousand-requests");
        }
    }

    private static double measure(ChromeDriver browser, String cause) {
        return ((Number) Objects.requireNonNull(browser.executeAsyncScript(MEASURE.formatted(cause)))).doubleValue();
    }
}
