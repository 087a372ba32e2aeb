package dev.openvenue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.cli.TestEnvironment.Result;
import dev.openvenue.simulator.VenueSimulator;
import org.junit.jupiter.api.Test;

/** What is wrong is told in one line, and nothing is sent: no venue is started here. */
final class CancelUsageTest {
    private static final String HELP = " (see: openvenue cancel --help)\n";

    private static void assertRejected(String message, String... args) {
        Result result = new TestEnvironment()
                .variable("OPENVENUE_BITGET_API_KEY", "invented-key")
                .variable("OPENVENUE_BITGET_SECRET", "invented-secret")
                .run(args);

        assertThat(result.err()).isEqualTo("openvenue cancel: " + message);
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void aVenueMustExist() {
        assertRejected(
                "There is no venue 'bitgot'; there are " + String.join(", ", VenueSimulator.venues()) + "\n",
                "cancel",
                "--venue",
                "bitgot",
                "--symbol",
                "BTCUSDT",
                "--ids",
                "1");
    }

    @Test
    void theOrdersMustBeNamed() {
        assertRejected(
                "Error: Missing required argument(s):"
                        + " (--ids=ID,ID | --client-ids=ID,ID | --ids-file=FILE | --all-open | --everything)" + HELP,
                "cancel",
                "--venue",
                "bitget",
                "--symbol",
                "BTCUSDT");
    }

    @Test
    void twoChoicesOfOrdersAreTwoVenues() {
        assertRejected(
                "--all-open belongs to no --venue: give each --venue one of --ids, --client-ids, --ids-file, --all-open,"
                        + " --everything, and name a venue again for a second one\n",
                "cancel",
                "--venue",
                "bitget",
                "--symbol",
                "BTCUSDT",
                "--ids",
                "1",
                "--all-open");
    }

    @Test
    void aVenueWithoutItsOptionIsUnderstood() {
        assertRejected(
                "Unmatched argument at index 1: 'bitget'; did you mean --venue bitget?" + HELP,
                "cancel",
                "bitget",
                "--all-open");
    }

    @Test
    void theSymbolMustBeNamedWhereTheVenueNeedsIt() {
        assertRejected("Bitget needs --symbol\n", "cancel", "--venue", "bitget", "--ids", "1");
    }

    @Test
    void aCategoryMustBeOneThatTheVenueHas() {
        assertRejected(
                "Bitget has no categories; leave SPOT out\n",
                "cancel",
                "--dry-run",
                "--venue",
                "bitget",
                "--category",
                "SPOT",
                "--symbol",
                "BTCUSDT",
                "--ids",
                "1");
    }

    @Test
    void everythingIsOfAllSymbols() {
        assertRejected(
                "--everything is of all symbols; leave out --symbol, or use --all-open\n",
                "cancel",
                "--venue",
                "bitget",
                "--symbol",
                "BTCUSDT",
                "--everything");
    }

    @Test
    void dryRunOfEverythingShowsTheListings() {
        Result bitget = new TestEnvironment().run("cancel", "--dry-run", "--venue", "bitget", "--everything");
        Result xt = new TestEnvironment().run("cancel", "--dry-run", "--venue", "xt", "--everything");

        assertThat(bitget.out())
                .contains(
                        "GET /api/v2/spot/trade/unfilled-orders?tpslType=tpsl",
                        "GET /api/v2/spot/trade/current-plan-order",
                        "GET /api/v2/spot/trade/unfilled-orders");
        assertThat(xt.out()).contains("GET /data/api/v1/getMarketConfig").doesNotContain("getOpenOrders");
        assertThat(bitget.exitCode()).isZero();
    }

    @Test
    void idsMustNotBeBlank() {
        assertRejected(
                "One of the ids is blank; write them with commas and nothing else between\n",
                "cancel",
                "--venue",
                "bitget",
                "--symbol",
                "BTCUSDT",
                "--ids",
                "1,,2");
    }

    @Test
    void theFileOfIdsMustExist() {
        assertRejected(
                "Cannot open the file of ids /nowhere/ids; check its name\n",
                "cancel",
                "--venue",
                "bitget",
                "--symbol",
                "BTCUSDT",
                "--ids-file",
                "/nowhere/ids");
    }

    @Test
    void theKindOfIdMustBeOneThatTheVenueTakes() {
        Result result = new TestEnvironment()
                .run("cancel", "--dry-run", "--venue", "xt", "--symbol", "btc_usdt", "--client-ids", "own-1");

        assertThat(result.err())
                .isEqualTo("openvenue cancel: XT cancels in batches by order id only; name the orders with --ids\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void theDeadlineMustBeADuration() {
        assertRejected(
                "Invalid value for option '--timeout': 'soon' is not a duration; write 500ms, 10s or 2m" + HELP,
                "cancel",
                "--venue",
                "bitget",
                "--symbol",
                "BTCUSDT",
                "--ids",
                "1",
                "--timeout",
                "soon");
    }

    @Test
    void anArgumentMustBeOneThatTheVenueTakes() {
        assertRejected(
                "None of Bitget's cancelOrders, getOrder, listOpenOrders takes acount-id with such a value here;"
                        + " check its name. Filters are not for cancels: an order that they leave out would look closed\n",
                "cancel",
                "--venue",
                "bitget",
                "--symbol",
                "BTCUSDT",
                "--ids",
                "1",
                "--argument",
                "acount-id=1");
    }

    @Test
    void plainHttpIsForThisMachineOnly() {
        assertRejected(
                "--base-url: The base URL is plain http to api.example.com; keys and orders would travel in the clear,"
                        + " so use https (http is allowed to loopback addresses, and in Java to a host that plainHttpBaseUrl"
                        + " names)\n",
                "cancel",
                "--venue",
                "bitget",
                "--symbol",
                "BTCUSDT",
                "--ids",
                "1",
                "--base-url",
                "http://api.example.com");
    }

    @Test
    void oneBaseUrlServesOneVenue() {
        assertRejected(
                "--base-url and standard input serve one venue; give each venue its own group of options,"
                        + " beginning with --venue\n",
                "cancel",
                "--venue",
                "bitget,xt",
                "--symbol",
                "BTCUSDT",
                "--ids",
                "1",
                "--base-url",
                "http://127.0.0.1:1");
    }

    @Test
    void credentialsMustBeGiven() {
        assertRejected(
                "No credentials for htx: set OPENVENUE_HTX_API_KEY and OPENVENUE_HTX_SECRET,"
                        + " or name a file with --credentials\n",
                "cancel",
                "--venue",
                "htx",
                "--symbol",
                "btcusdt",
                "--ids",
                "1");
    }
}
