package dev.openvenue.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.VenueRejection;
import dev.openvenue.simulator.VenueRequest;
import dev.openvenue.simulator.VenueSimulator;
import java.math.BigDecimal;
import java.util.Arrays;
import okhttp3.Headers;
import okio.ByteString;
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
    void aHostileClientsValuesDoNothing(ChromeDriver browser) throws Exception {
        try (Workbench workbench = Workbench.start(WorkbenchOptions.of(42, "bitget"))) {
            VenueSimulator simulator = workbench.venues().get(0);
            // Bitget would not take such an id; another venue does.
            String order = simulator
                    .accounts()
                    .get(0)
                    .orders()
                    .place("BTCUSDT", Side.BUY, BigDecimal.ONE, BigDecimal.ONE, SCRIPT + IMAGE + BACKWARDS);
            ConsolePage page = ConsolePage.open(browser, workbench);
            Headers headers = Headers.of("X-Note", SCRIPT + IMAGE, "ACCESS-KEY", SCRIPT, "ACCESS-SIGN", IMAGE);
            ByteString body = ByteString.encodeUtf8("{\"symbol\":\"" + SCRIPT + "\",\"note\":\"" + BACKWARDS + "\"}");
            String path = "/" + SCRIPT + IMAGE + "?symbol=" + SCRIPT;
            simulator.replay(VenueRequest.of("POST", path, headers, body), 0, null);
            String place = "/api/v2/spot/trade/place-order";
            simulator.replay(
                    VenueRequest.of("POST", place, headers, body), 0, new VenueRejection(SCRIPT, SCRIPT + IMAGE));
            simulator.faults().onAny().next(Fault.reject(SCRIPT, IMAGE));
            simulator.replay(VenueRequest.of("GET", "/api/v2/public/time", headers, null), 0, null);

            page.untilText("#request-count", "3 requests");
            page.untilText("#orders tr[data-order='" + order + "'] .id", SCRIPT + IMAGE + "<U+202E>");
            page.type("#request-filter", SCRIPT);
            page.untilText("#request-rows .operation", SCRIPT);
            page.type("#request-filter", " ");
            page.untilText("#request-rows .fault", "reject " + SCRIPT);
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
            // Neither did the page try: the policy had nothing to reject.
            page.assertNoComplaint();
            assertThat(page.run("try { document.body.innerHTML = '<b>'; return 'written'; } catch (rejected) {"
                            + " return rejected.name; }"))
                    .isEqualTo("TypeError");
        }
    }
}
