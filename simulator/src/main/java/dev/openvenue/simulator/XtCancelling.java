package dev.openvenue.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cancelling at XT: {@code cancelOrders} returns a row for every id under a verdict of 200. */
final class XtCancelling {
    static final String CANCELLED_TEXT = "The order has been canceled successfully";

    private static final String GONE_TEXT = "Failed to cancel the order since it does not exist or has been canceled";

    private final List<String> symbols;

    XtCancelling(List<String> symbols) {
        this.symbols = symbols;
    }

    /** Responds without {@code data}, as documented. */
    @Nullable
    Object cancelOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = XtFields.of(call.request());
        int code = cancel(call, XtFields.market(fields, symbols), fields.required("id"));
        if (code != 120) {
            throw new VenueRejection(Integer.toString(code), text(code));
        }
        return null;
    }

    Object cancelOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = XtFields.of(call.request());
        String market = XtFields.market(fields, symbols);
        List<Object> rows = new ArrayList<>();
        for (String id : XtFields.ids(fields)) {
            int code = cancel(call, market, id);
            rows.add(Json.object("msg", text(code), "code", code, "id", new BigDecimal(id)));
        }
        return rows;
    }

    private static int cancel(OperationContext call, String market, String id) {
        Optional<SimulatedOrder> found =
                call.find(id).filter(order -> order.symbol().equals(market));
        if (found.isEmpty() || found.get().state() == SimulatedOrder.State.CANCELLED) {
            return 121;
        }
        if (!found.get().isOpen()) {
            return 122;
        }
        call.cancel(found.get());
        return 120;
    }

    private static String text(int code) {
        return switch (code) {
            case 120 -> CANCELLED_TEXT;
            case 121 -> GONE_TEXT;
            default -> "Failed to cancel the order since it has been canceled or completed";
        };
    }
}
