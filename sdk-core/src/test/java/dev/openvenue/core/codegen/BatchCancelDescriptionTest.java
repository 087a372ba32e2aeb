package dev.openvenue.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import org.junit.jupiter.api.Test;

/** What the engine reads from a description. */
final class BatchCancelDescriptionTest {
    private static final Response RESPONSE = Response.builder(Shape.PER_ITEM).build();
    private static final Query BY_ORDER_ID = lookup(IdKind.ORDER_ID, "orderId");
    private static final Query BY_CLIENT_ID = lookup(IdKind.CLIENT_ORDER_ID, "clientOid");

    @Test
    void orderIsLookedUpByTheKindOfIdThatALookupTakes() {
        BatchCancelDescription both = BatchCancelDescription.builder("cancel")
                .response(RESPONSE)
                .lookup(BY_ORDER_ID)
                .lookup(BY_CLIENT_ID)
                .build();
        BatchCancelDescription one = BatchCancelDescription.builder("cancel")
                .response(RESPONSE)
                .lookup(BY_ORDER_ID)
                .build();

        assertThat(both.lookup(IdKind.ORDER_ID)).contains(BY_ORDER_ID);
        assertThat(both.lookup(IdKind.CLIENT_ORDER_ID)).contains(BY_CLIENT_ID);
        assertThat(one.lookup(IdKind.CLIENT_ORDER_ID)).isEmpty();
    }

    @Test
    void kindsOfIdsAreThoseThatACancelTakes() {
        BatchCancelDescription description = BatchCancelDescription.builder("cancel")
                .response(RESPONSE)
                .id(IdKind.CLIENT_ORDER_ID, "clientOids")
                .id(IdKind.ORDER_ID, "orderIds")
                .build();

        assertThat(description.kinds()).containsExactly(IdKind.ORDER_ID, IdKind.CLIENT_ORDER_ID);
    }

    private static Query lookup(IdKind kind, String argument) {
        return Query.builder("order")
                .id(kind, argument)
                .rows(".")
                .orderId("orderId")
                .build();
    }
}
