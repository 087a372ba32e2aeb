package dev.openvenue.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** One placed order as the venues' requests have it: in a form, as JSON and in a query. */
final class Orders {
    static final Instant NOW = Instant.ofEpochMilli(1725696393685L);
    private static final String ORDER = "clientOrderId=1725696393685&isLong=true&isMarket=false&lever=20&matchType=2"
            + "&pairName=ETH-USD&positionType=3&price=3100&quantity=0.02";
    private static final String JSON_ORDER = """
            {"symbol":"BTCUSDT","side":"buy","orderType":"limit","force":"gtc","price":"23222.5","size":"1",\
            "clientOid":"121211212122"}""";

    private Orders() {}

    static Request form() {
        return post("https://venue.example/trade/api/v1/order", "application/x-www-form-urlencoded", ORDER);
    }

    static Request json() {
        return post("https://venue.example/api/v2/spot/trade/place-order", "application/json", JSON_ORDER);
    }

    static Request query() {
        return new Request.Builder()
                .url("https://venue.example/api/third/hot/order/create?" + ORDER)
                .post(RequestBody.EMPTY)
                .build();
    }

    /** What Bitget has signed, as an example of the length. */
    static byte[] signedText() {
        return (NOW.toEpochMilli() + "POST/api/v2/spot/trade/place-order" + JSON_ORDER).getBytes(UTF_8);
    }

    private static Request post(String url, String type, String body) {
        return new Request.Builder()
                .url(url)
                .post(RequestBody.create(body.getBytes(UTF_8), MediaType.get(type)))
                .build();
    }
}
