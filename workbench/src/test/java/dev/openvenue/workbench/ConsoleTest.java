package dev.openvenue.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.OrderStatus;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.simulator.InventedKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/** What the console does, in a browser, beside a client that knows nothing of it. */
@ExtendWith(Chromium.class)
final class ConsoleTest {
    private Workbench workbench;
    private BitgetClient bitget;

    @BeforeEach
    void start() {
        workbench = Workbench.start(WorkbenchOptions.of(42, "bitget", "htx"));
        bitget = DeskClient.bitget(workbench);
    }

    @AfterEach
    void stop() {
        bitget.close();
        workbench.close();
    }

    @Test
    void anOrderThatAClientPlacesAppearsAndAFillByButtonReachesTheClient(ChromeDriver browser) throws IOException {
        ConsolePage page = ConsolePage.open(browser, workbench);
        String order = DeskClient.place(bitget, "60000", "bot-1");
        page.untilText("#orders tr[data-order='" + order + "'] .id", "bot-1");
        page.untilText("#request-rows .operation", "placeOrder");
        assertThat(page.text("#orders tr .price")).isEqualTo("60000");
        assertThat(page.text("#orders tr .filled")).isEqualTo("0 / 0.01");
        assertThat(page.rows())
                .singleElement()
                .asString()
                .contains("| bitget | POSTplaceOrder", "| 200 | accepted | yes |");

        page.click("#orders [data-action='part…']");
        page.press("0.004", Keys.ENTER);
        page.untilText("#orders tr .filled", "0.004 / 0.01");
        assertThat(DeskClient.status(bitget, order)).isEqualTo(OrderStatus.PARTIALLY_FILLED);

        page.click("#orders [data-action=fill]");
        page.untilText("#orders tr .state", "filled");
        assertThat(DeskClient.status(bitget, order)).isEqualTo(OrderStatus.FILLED);
        page.untilText("#said", "Order " + order + " was filled");
        page.assertNoComplaint();
    }

    @Test
    void aWrongSignatureShowsItsExplanationWithTheFirstDifferenceMarked(ChromeDriver browser) throws Exception {
        ConsolePage page = ConsolePage.open(browser, workbench);
        String signed = "{\"symbol\":\"BTCUSDT\",\"side\":\"buy\"}";
        int status = DeskClient.postSigned(workbench, signed, "{\"symbol\": \"BTCUSDT\", \"side\": \"buy\"}");
        assertThat(status).isEqualTo(400);

        page.untilText("#request-rows .signature", "rejected");
        page.click("#row-1");
        page.untilText(".explanation .badge", "Proved");
        assertThat(page.text(".first-difference"))
                .isEqualTo("First difference, character 58: '\"' was signed, a space (U+0020) is due.");
        assertThat(page.run("return [...document.querySelectorAll('.signed-text')].map((text) => [...text.childNodes]"
                        + ".filter((node) => node.nodeName === 'MARK').map((mark) => mark.textContent).join())"))
                .isEqualTo(List.of("·", "\""));
        assertThat(page.text("#detail-body .steps")).contains("Signature rejected", "Not executed", "Response 400");
        assertThat(browser.getCurrentUrl()).isEqualTo(workbench.controlUrl() + "/#request=1");
        page.screenshot("explanation-light");
        page.dark(true);
        page.screenshot("explanation-dark");
        page.dark(false);
        page.assertNoComplaint();
    }

    @Test
    void aFaultByButtonStrikesTheNextRequestAndIsGoneFromTheQueue(ChromeDriver browser) {
        ConsolePage page = ConsolePage.open(browser, workbench);
        page.choose("#fault-operation", "placeOrder");
        page.click("#quick-faults [data-fault=server-error]");
        page.untilText("#faults", "placeOrder");
        page.untilText("#fault-count", "1 fault queued");
        assertThat(bitget.reference().getServerTime().execute().serverTime()).isNotNull();
        assertThatThrownBy(() -> DeskClient.place(bitget, "1", "struck")).isInstanceOf(VenueException.class);

        page.untilText("#request-rows .fault", "server error 503");
        page.until("return document.querySelectorAll('#faults li').length === 0");
        page.choose("#fault-kind", "reject");
        page.type("#fault-fields [name=code]", "43012");
        page.click("#fault-form [value=standing]");
        page.untilText("#faults", "always reject 43012");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> DeskClient.place(bitget, "1", "rejected")).hasMessageContaining("43012");
        }
        page.click("#clear-faults");
        page.untilText("#said", "bitget: no fault is left");
        assertThat(DeskClient.place(bitget, "1", "passes")).isNotEmpty();
        page.assertNoComplaint();
    }

    @Test
    void theClockLatencyAndLimitsOfTheVenueAreSetAndResetByTheirButtons(ChromeDriver browser) throws Exception {
        ConsolePage page = ConsolePage.open(browser, workbench);
        DeskClient.place(bitget, "60000", "goes");
        page.click("[data-skew='60000']");
        page.untilText("#venues [data-venue=bitget] .marks", "clock +60000 ms");
        assertThat(DeskClient.postSigned(workbench, "{}", "{}")).isEqualTo(400);
        page.untilText("#request-rows .status", "40008");
        page.type("#latency", "1");
        page.press(Keys.ENTER);
        page.untilText("#venues [data-venue=bitget] .marks", "1 ms late");
        page.click("#limits");
        page.untilText("#said", "bitget: the documented limits are enforced");
        assertThat(workbench.venues().get(0).latency()).isEqualTo(java.time.Duration.ofMillis(1));
        assertThat(workbench.venues().get(0).enforcesLimits()).isTrue();

        page.click("#open-reset");
        page.click("#reset-all");
        page.untilText("#no-requests", "No request yet");
        page.untilText("#no-orders", "No order here");
        page.until("return document.querySelector('#venues [data-venue=bitget] .marks').textContent === '0 open'");
        assertThat(workbench.venues().get(0).clockSkew()).isZero();
        page.assertNoComplaint();
    }

    @Test
    void aCounterpartyTakesWhatRests(ChromeDriver browser) {
        ConsolePage page = ConsolePage.open(browser, workbench);
        String order = DeskClient.place(bitget, "60000", "rests");
        page.click("#market-part > summary");
        page.choose("#market-side", "sell");
        page.type("#market-quantity", "0.015");
        page.press(Keys.ENTER);
        page.untilText("#said", "The counterparty got 0.01; 0.005 found no order");
        assertThat(DeskClient.status(bitget, order)).isEqualTo(OrderStatus.FILLED);

        page.choose("#market-kind", "rest");
        page.type("#market-quantity", "2.5");
        page.type("#market-price", "70000.10");
        page.press(Keys.ENTER);
        page.untilText("#orders .price", "70000.1");
        assertThat(workbench.venues().get(0).accounts().get(0).orders().open())
                .singleElement()
                .satisfies(resting -> assertThat(resting.quantity()).isEqualTo(new BigDecimal("2.5")));
        page.assertNoComplaint();
    }

    @Test
    void theKeysToCopyAreThoseOfTheVenueAndTheTokenHasLeftTheAddress(ChromeDriver browser) throws IOException {
        DeskClient.place(bitget, "60000", "bot-1");
        ConsolePage page = ConsolePage.open(browser, workbench);
        InventedKey key = DeskClient.key(workbench);
        assertThat(page.text("#keys code")).isEqualTo(key.apiKey());
        assertThat(page.text("#keys .secret")).isEqualTo("•".repeat(12));
        page.click("#keys button[aria-label='Show the secret']");
        page.untilText("#keys .secret", key.secret());
        assertThat(page.text("#venues [data-venue=bitget] code"))
                .isEqualTo(workbench.venues().get(0).baseUrl());
        assertThat(page.text("#facts")).contains("seed 42");
        assertThat(browser.getCurrentUrl()).isEqualTo(workbench.controlUrl() + "/");
        assertThat(browser.getTitle()).isEqualTo("bitget (simulated) · OpenVenue");
        page.screenshot("console-light");

        browser.navigate().refresh();
        page.untilText("#connection", "Live");
        page.untilText("#orders .id", "bot-1");
        assertThat(page.run("return performance.getEntriesByType('resource').filter((one) =>"
                        + " new URL(one.name).origin !== location.origin).map((one) => one.name)"))
                .isEqualTo(List.of());
        page.assertNoComplaint();
    }

    @Test
    void whatHappensWhileThePageIsCutOffIsCaughtUp(ChromeDriver browser) throws IOException {
        ConsolePage page = ConsolePage.open(browser, workbench);
        DeskClient.place(bitget, "60000", "before");
        page.untilText("#orders .id", "before");
        page.offline(true);
        List<java.net.Socket> others = new ArrayList<>();
        try {
            // The server lets the first reader go when there are too many.
            for (int i = 0; i < EventFeed.MOST_READERS; i++) {
                others.add(DeskClient.events(workbench));
            }
            page.untilText("#connection", "next attempt in");
            DeskClient.place(bitget, "60001", "meanwhile");
            page.offline(false);
            page.run("document.getElementById('connect-now').click()");
            page.untilText("#connection", "Live again");
            page.untilText("#orders .id", "meanwhile");
            page.untilText("#request-count", "2 requests");
        } finally {
            page.offline(false);
            for (java.net.Socket other : others) {
                other.close();
            }
        }
    }

    @Test
    void thePageIsUsedWithKeysAlone(ChromeDriver browser) {
        ConsolePage page = ConsolePage.open(browser, workbench);
        for (int i = 0; i < 3; i++) {
            DeskClient.place(bitget, "6000" + i, "bot-" + i);
        }
        page.untilText("#request-count", "3 requests");
        page.press("r", Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER);
        page.untilText("#detail-title", "Request 2");
        assertThat(page.run("return document.activeElement.id")).isEqualTo("request-grid");
        assertThat(page.run("return document.activeElement.getAttribute('aria-activedescendant')"))
                .isEqualTo("row-2");
        page.press("k");
        page.untilText("#detail-title", "Request 3");
        page.press(Keys.ESCAPE);
        page.until("return document.getElementById('detail').hidden");

        page.press("b", Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ENTER);
        page.untilText("#orders tr:nth-child(2) .state", "cancelled");
        page.press("2");
        page.until("return document.querySelector('[data-venue=htx] .venue').getAttribute('aria-pressed') === 'true'");
        page.press("/", "nothing like this");
        page.untilText("#no-requests", "No request matches the filter.");
        assertThat(page.run("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        assertThat(page.run("return [...document.querySelectorAll('input, select, textarea')].filter((one) =>"
                        + " !one.labels.length && !one.ariaLabel).map((one) => one.id)"))
                .isEqualTo(List.of());
        page.assertNoComplaint();
    }

    @Test
    void withAWrongTokenThePageAsksForTheRightOne(ChromeDriver browser) {
        browser.get("about:blank");
        browser.get(URI.create(workbench.controlUrl()) + "/#token=00");
        ConsolePage page = ConsolePage.asked(browser);
        page.untilText("#login-problem", "Send the token that was printed at the start");
        page.type("#login-token", workbench.consoleUrl());
        page.press(Keys.ENTER);
        page.untilText("#connection", "Live");
        page.untilText("#venues", "htx");
    }
}
