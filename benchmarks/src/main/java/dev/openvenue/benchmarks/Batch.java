package dev.openvenue.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.openvenue.bitget.model.CancelOrdersRequest;
import dev.openvenue.bitget.model.OrderToCancel;
import dev.openvenue.core.cancel.OrderRef;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A full batch of orders to cancel at Bitget: 50, which is its cap. */
final class Batch {
    static final String SYMBOL = "BTCUSDT";
    static final int SIZE = 50;
    private static final long FIRST = 1294151170843025500L;
    static final List<String> IDS = ids(SIZE);

    private Batch() {}

    private static List<String> ids(int count) {
        return LongStream.range(FIRST, FIRST + count).mapToObj(Long::toString).toList();
    }

    static List<OrderRef> refs(int count) {
        return ids(count).stream().map(id -> OrderRef.byOrderId(SYMBOL, id)).toList();
    }

    static CancelOrdersRequest request() {
        return CancelOrdersRequest.builder()
                .symbol(SYMBOL)
                .orderList(IDS.stream()
                        .map(id -> OrderToCancel.builder().orderId(id).build())
                        .toList())
                .build();
    }

    /** Bitget's response that accepts every cancel. */
    static byte[] response(List<String> ids) {
        return ids.stream()
                .map(id -> "{\"orderId\":\"" + id + "\",\"clientOid\":\"" + id + "\"}")
                .collect(Collectors.joining(
                        ",",
                        "{\"code\":\"00000\",\"msg\":\"success\",\"requestTime\":1695808949356,"
                                + "\"data\":{\"successList\":[",
                        "],\"failureList\":[]}}"))
                .getBytes(UTF_8);
    }
}
