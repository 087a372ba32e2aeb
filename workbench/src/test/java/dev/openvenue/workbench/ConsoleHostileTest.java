package dev.openvenue.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.VenueSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;

/** Whatever a client sends is text, and is shown as text. */
@ExtendWith(Chromium.class)
final class ConsoleHostileTest {
    private static final String SCRIPT = "<script>struck=1</script>";
    private static final String IMAGE = "\"><img src=x onerror=struck=2>";

    /** Turns the letters after it around, where it is not shown as what it is. */
    private static final String BACKWARDS = "\u202e";

    @Test
    void aHostileClientsValuesDoNothing(ChromeDriver browser) throws IOException {
        try (Workbench workbench = Workbench.start(WorkbenchOptions.of(42, "bitget"))) {
            VenueSimulator simulator = workbench.venues().get(0);
            // Bitget would not take such an id; another venue does.
            String order = simulator
                    .accounts()
                    .get(0)
                    .orders()
                    .place("BTCUSDT", Side.BUY, BigDecimal.ONE, BigDecimal.ONE, SCRIPT + IMAGE + BACKWARDS);
            ConsolePage page = ConsolePage.open(browser, workbench);
            String venue = simulator.baseUrl();
            RawRequest.to(venue, "POST", "/" + SCRIPT + IMAGE.replace(" ", "/") + "?symbol=" + SCRIPT)
                    .host()
                    .header("X-Note", SCRIPT + IMAGE)
                    .json("{\"symbol\":\"" + SCRIPT + "\",\"note\":\"" + BACKWARDS + "\"}")
                    .send();
            RawRequest.to(venue, "POST", "/api/v2/spot/trade/place-order")
                    .host()
                    .header("ACCESS-KEY", SCRIPT)
                    .header("ACCESS-SIGN", IMAGE)
                    .header("ACCESS-TIMESTAMP", SCRIPT)
                    .header("ACCESS-PASSPHRASE", IMAGE)
                    .json("{\"symbol\":\"" + SCRIPT + "\"}")
                    .send();
            simulator.faults().onAny().next(Fault.reject(SCRIPT, IMAGE));
            RawRequest.to(venue, "GET", "/api/v2/public/time").host().send();

            page.untilText("#request-count", "3 requests");
            page.untilText("#orders tr[data-order='" + order + "'] .id", SCRIPT + IMAGE + "<U+202E>");
            page.type("#request-filter", SCRIPT);
            page.untilText("#request-rows .operation", SCRIPT);
            page.type("#request-filter", " ");
            page.untilText("#request-rows .status", SCRIPT);
            for (int number = 1; number <= 3; number++) {
                page.click("#row-" + number);
                page.untilText("#detail-title", "Request " + number);
                page.until("return document.querySelector('#detail-body .steps')"
                        + " && document.getElementById('detail-body').textContent.includes('Response body')");
                page.screenshot("hostile-" + number);
            }
            page.untilText("#detail-body", SCRIPT);
            page.click("#row-1");
            page.untilText("#detail-body .pairs", SCRIPT);
            page.untilText("#detail-body .body", "<U+202E>");

            assertThat(page.run("return [window.struck ?? null, document.querySelectorAll('img').length,"
                            + " document.querySelectorAll('body script').length]"))
                    .isEqualTo(Arrays.asList(null, 0L, 0L));
            // Neither did the page try: the policy had nothing to refuse.
            page.assertNoComplaint();
            assertThat(page.run("try { document.body.innerHTML = '<b>'; return 'written'; } catch (refused) {"
                            + " return refused.name; }"))
                    .isEqualTo("TypeError");
        }
    }
}
