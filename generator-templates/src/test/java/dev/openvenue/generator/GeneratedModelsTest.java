package dev.openvenue.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated adapters at work on what careless venues send. */
class GeneratedModelsTest {
    private static final Map<String, Compiled> TRAPS = new HashMap<>();

    @BeforeAll
    static void compile(@TempDir Path folder) throws Exception {
        Compiled.core(folder.resolve("core"));
        for (String trap : List.of("schemas", "enums", "rows", "names", "generations")) {
            TRAPS.put(trap, Compiled.load(trap, folder.resolve("core"), folder.resolve(trap)));
        }
    }

    @AfterAll
    static void close() throws Exception {
        for (Compiled trap : TRAPS.values()) {
            trap.close();
        }
    }

    @Test
    void everyKindOfMemberIsReadAndWrittenInItsWireForm() throws Exception {
        String json =
                "{\"id\":98765432109876543210,\"text\":\"t\",\"price\":\"0.00000001\",\"size\":0.00000001,\"count\":-7,"
                        + "\"volume\":9007199254740993,\"at\":1700000000123,\"atText\":\"1700000000123\",\"since\":1700000000,"
                        + "\"open\":true,\"anything\":{\"deep\":[1.2345678901234567890,null,\"x\",false]},\"tags\":[\"a\",\"b\"],"
                        + "\"byCoin\":{\"BTC\":{\"free\":\"1.50\"}},\"nested\":{\"id\":\"n\"}}";

        assertThat(trap("schemas").again("Everything", json)).isEqualTo(json);
        Object value = decode("schemas", "Everything", json);
        assertThat(get("schemas", value, "id")).isEqualTo("98765432109876543210");
        assertThat(get("schemas", value, "price")).isEqualTo(new BigDecimal("0.00000001"));
        assertThat(get("schemas", value, "volume")).isEqualTo(9007199254740993L);
        assertThat(get("schemas", value, "at")).isEqualTo(Instant.parse("2023-11-14T22:13:20.123Z"));
        assertThat(get("schemas", value, "atText")).isEqualTo(Instant.parse("2023-11-14T22:13:20.123Z"));
        assertThat(get("schemas", value, "since")).isEqualTo(Instant.parse("2023-11-14T22:13:20Z"));
    }

    @Test
    void aBareListIsReadAsTheObjectThatHasIt() throws Exception {
        String rows = "[{\"orderId\":\"1\"},{\"orderId\":\"2\"}]";

        assertThat(trap("generations").again("OrderPage", rows)).isEqualTo("{\"items\":" + rows + "}");
        assertThat(trap("generations").again("OrderPage", "{\"hasNext\":true,\"items\":" + rows + "}"))
                .isEqualTo("{\"hasNext\":true,\"items\":" + rows + "}");
        assertThat(trap("generations").again("OrderPage", "[]")).isEqualTo("{\"items\":[]}");
    }

    @Test
    void aSecretIsNotShown() throws Exception {
        assertThat(decode("generations", "Key", "{\"apiKey\":\"k\",\"secret\":\"s3cret\"}"))
                .hasToString("Key[apiKey=k, secret=(hidden)]");
        assertThat(decode("generations", "Key", "{}")).hasToString("Key[apiKey=null, secret=null]");
    }

    @Test
    void numbersMayComeAsTextAndTextAsNumbers() throws Exception {
        String careless =
                "{\"id\":\"98765432109876543210\",\"text\":1.50,\"price\":1E-8,\"size\":\"1e2\",\"count\":\"5\","
                        + "\"volume\":\"6\",\"at\":\"7\",\"atText\":8,\"since\":\"9\",\"open\":\"TRUE\",\"tags\":[1,true]}";

        assertThat(trap("schemas").again("Everything", careless))
                .isEqualTo(
                        "{\"id\":98765432109876543210,\"text\":\"1.50\",\"price\":\"0.00000001\",\"size\":100,\"count\":5,"
                                + "\"volume\":6,\"at\":7,\"atText\":\"8\",\"since\":9,\"open\":true,\"tags\":[\"1\",\"true\"]}");
    }

    @Test
    void nullMayStandInEveryPlace() throws Exception {
        Object value = decode(
                "schemas",
                "Everything",
                "{\"id\":null,\"text\":null,\"price\":null,\"size\":null,\"count\":null,\"volume\":null,\"at\":null,"
                        + "\"atText\":null,\"since\":null,\"open\":null,\"anything\":null,\"tags\":null,\"byCoin\":null,"
                        + "\"nested\":null}");

        assertThat(value)
                .hasToString("Everything[id=null, text=null, price=null, size=null, count=null, volume=null, at=null, "
                        + "atText=null, since=null, open=null, anything=null, tags=null, byCoin=null, nested=null]");
        assertThat(trap("schemas").encode(value)).isEqualTo("{}");
        assertThat(trap("schemas").again("Everything", "{\"tags\":[null,\"a\"],\"byCoin\":{\"BTC\":null}}"))
                .as("a place in a list counts, a member that is null does not")
                .isEqualTo("{\"tags\":[null,\"a\"],\"byCoin\":{}}");
        assertThat(trap("schemas").decode("Everything", "null")).isNull();
    }

    @Test
    void emptyTextIsAnAbsentNumberOrId() throws Exception {
        assertThat(
                        trap("schemas")
                                .again(
                                        "Everything",
                                        "{\"id\":\" \",\"price\":\"\",\"size\":\" \",\"count\":\"\",\"atText\":\"\",\"text\":\"\"}"))
                .isEqualTo("{\"text\":\"\"}");
    }

    @Test
    void unknownFieldsAreSkippedWhateverTheyHold() throws Exception {
        assertThat(trap("schemas")
                        .again("Amount", "{\"new\":{\"free\":[1]},\"free\":\"1\",\"list\":[{}],\"more\":null}"))
                .isEqualTo("{\"free\":\"1\"}");
    }

    @Test
    void textThatIsNoNumberIsAnErrorThatNamesThePlace() {
        assertThatThrownBy(() -> trap("schemas").decode("Everything", "{\"byCoin\":{\"BTC\":{\"free\":\"lots\"}}}"))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("Expected a number but was 'lots' at $.byCoin.BTC.free");
        assertThatThrownBy(() -> trap("schemas").decode("Everything", "{\"count\":2147483648}"))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("Expected a whole number of 32 bits but was '2147483648' at $.count");
    }

    @Test
    void anIdBeyondEveryNumberTypeKeepsItsDigits() throws Exception {
        assertThat(trap("schemas").again("Everything", "{\"id\":123456789012345678901234567890}"))
                .isEqualTo("{\"id\":123456789012345678901234567890}");
    }

    @Test
    void anIdThatIsNoNumberStaysText() throws Exception {
        for (String id : List.of("\"a-1\"", "\"007\"", "\"1e9\"", "\"NaN\"")) {
            assertThat(trap("schemas").again("Everything", "{\"id\":" + id + "}"))
                    .isEqualTo("{\"id\":" + id + "}");
        }
        assertThat(trap("schemas").again("Everything", "{\"id\":12e3}")).isEqualTo("{\"id\":12000}");
    }

    /** One byte makes such a number of an id; its digits would fill the memory. */
    @Test
    void aNumberThatNobodyCanMeanIsAnError() {
        for (String member : List.of("id", "price", "size", "count", "volume", "at", "since", "anything")) {
            assertThatThrownBy(() -> trap("schemas").decode("Everything", "{\"" + member + "\":1e3496526}"))
                    .isInstanceOf(JsonDataException.class)
                    .hasMessage(
                            "Expected a number of at most 1000 digits and places but was '1e3496526' at $." + member);
        }
        assertThatThrownBy(() -> trap("schemas").decode("Everything", "{\"since\":9223372036854775807}"))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("Expected a time in epoch seconds but was '9223372036854775807' at $.since");
    }

    @Test
    void aListedValueIsItsConstant() throws Exception {
        Object order = decode("enums", "EnumOrder", "{\"side\":1,\"state\":\"partially_filled\"}");

        assertThat(get("enums", order, "side")).isSameAs(constant("Side", "BUY"));
        assertThat(get("enums", order, "state")).isSameAs(constant("State", "PARTIALLY_FILLED"));
    }

    @Test
    void anEnumKeepsAValueThatIsNotListed() throws Exception {
        String json =
                "{\"side\":7,\"state\":\"frozen\",\"direction\":-1,\"history\":[1,0,9],\"byDay\":{\"d\":\"1min\"}}";

        Object order = decode("enums", "EnumOrder", json);

        assertThat(trap("enums").encode(order)).isEqualTo(json);
        assertThat(get("enums", order, "side", "known")).hasToString("NOT_LISTED");
        assertThat(get("enums", order, "state", "wire")).isEqualTo("frozen");
        assertThat(get("enums", order, "state", "known")).hasToString("NOT_LISTED");
        assertThat(get("enums", order, "direction", "known")).hasToString("MINUS_1");
    }

    @Test
    void aNumericEnumMayComeAsText() throws Exception {
        Object order = decode("enums", "EnumOrder", "{\"side\":\"1\",\"state\":\"\"}");

        assertThat(get("enums", order, "side", "known")).hasToString("BUY");
        assertThat(get("enums", order, "state", "known")).hasToString("EMPTY");
        assertThat(trap("enums").encode(order)).isEqualTo("{\"side\":1,\"state\":\"\"}");
    }

    @Test
    void aRowIsReadByPosition() throws Exception {
        String row = "[\"1700000000123\",\"42.10\",7,[[1.5,2],[null,3]],\"buy\"]";

        assertThat(decode("rows", "CandleRow", row))
                .hasToString("CandleRow[openTime=2023-11-14T22:13:20.123Z, open=42.10, trades=7, "
                        + "levels=[LevelRow[price=1.5, size=2], LevelRow[price=null, size=3]], side=buy]");
        assertThat(trap("rows").again("CandleRow", row)).isEqualTo(row);
    }

    @Test
    void aRowMayBeShorterOrLongerThanTheSpecSays() throws Exception {
        assertThat(decode("rows", "LevelRow", "[1]")).hasToString("LevelRow[price=1, size=null]");
        assertThat(decode("rows", "LevelRow", "[]")).hasToString("LevelRow[price=null, size=null]");
        assertThat(decode("rows", "LevelRow", "[1,\"2\",{\"new\":[3]},4]")).hasToString("LevelRow[price=1, size=2]");
    }

    @Test
    void rowsInsideMapsAndListsAreReadToo() throws Exception {
        String book = "{\"asks\":[[1,2]],\"bySymbol\":{\"A\":[[3,4],null]},\"matrix\":[[\"1\",null],[]]}";

        assertThat(trap("rows").again("Book", book)).isEqualTo(book);
    }

    @Test
    void everyNameOfTheWireComesBackAsItWas() throws Exception {
        String json = "{\"class\":\"1\",\"true\":\"2\",\"_\":\"3\",\"wait\":\"4\",\"builder\":\"5\",\"checks\":\"6\","
                + "\"reader\":\"7\",\"r1\":[[\"8\"]],\"A-b.c\":\"9\",\"a_bC\":\"10\",\"aBC2\":\"11\",\"24hVolume\":\"12\","
                + "\"%\":\"13\",\"\\\"quoted\\\"\":\"14\",\"ordérId\":\"15\",\"BGB\":\"16\",\"AccessKeyId\":\"17\"}";

        assertThat(trap("names").again("Names", json)).isEqualTo(json);
    }

    private static Object constant(String type, String name) throws Exception {
        return Objects.requireNonNull(trap("enums").type(type).getField(name).get(null));
    }

    private static Compiled trap(String name) {
        return Objects.requireNonNull(TRAPS.get(name));
    }

    private static Object decode(String trap, String model, String json) throws Exception {
        return Objects.requireNonNull(trap(trap).decode(model, json));
    }

    private static Object get(String trap, Object value, String... accessors) throws Exception {
        return Objects.requireNonNull(trap(trap).at(value, accessors));
    }
}
