package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import dev.openvenue.core.annotation.Base64Json;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.core.codegen.JsonAdapters;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import dev.openvenue.core.codegen.OpenEnum;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** An interface as the generator writes them, small. */
public interface TestApi {
    @OperationId("orders")
    @Signed(permission = "read")
    @GET("accounts/{account-id}/orders")
    VenueCall<List<Order>> orders(
            @Path("account-id") String accountId,
            @Query("symbols") List<String> symbols,
            @Query("side") Side side,
            @Query("start-time") Instant startTime,
            @Query("limit") Integer limit,
            @Query("from-id") Long fromId,
            @Query("min-price") BigDecimal minPrice,
            @Query("openOnly") Boolean openOnly,
            @Header("X-Locale") String locale);

    default VenueCall<List<Order>> orders(String accountId) {
        throw new AssertionError("Only the method with the id is called, not one for " + accountId);
    }

    @OperationId("placeOrder")
    @Signed(permission = "trade")
    @POST("orders")
    VenueCall<Object> placeOrder(@Query("account-id") String accountId, @Body Order request);

    @OperationId("placeOrders")
    @Signed(permission = "trade")
    @POST("orders/batch")
    VenueCall<Object> placeOrders(@Body List<Order> request);

    @OperationId("cancelOrders")
    @Signed(permission = "trade")
    @FormUrlEncoded
    @POST("orders/cancel")
    VenueCall<Boolean> cancelOrders(@Field("market") String market, @Field("data") @Base64Json List<Order> data);

    @OperationId("serverTime")
    @GET("time")
    VenueCall<Long> serverTime();

    /** An open enum as the generator writes them. */
    record Side(String wire) implements OpenEnum {
        public static Side of(String wire) {
            return new Side(wire);
        }
    }

    /** A record as the generator writes them; its adapter stands below. */
    record Order(
            @Nullable String id,
            @Nullable BigDecimal price,
            @Nullable List<@Nullable Order> legs) {}

    Moshi MOSHI = new Moshi.Builder()
            .add(Order.class, new JsonAdapter<Order>() {
                @Override
                public @Nullable Order fromJson(JsonReader reader) throws IOException {
                    String id = null;
                    BigDecimal price = null;
                    List<@Nullable Order> legs = null;
                    reader.beginObject();
                    while (reader.hasNext()) {
                        switch (reader.nextName()) {
                            case "order-id" -> id = JsonValueReader.text(reader);
                            case "price" -> price = JsonValueReader.decimal(reader);
                            case "legs" -> legs = JsonValueReader.list(reader, this::fromJson);
                            default -> reader.skipValue();
                        }
                    }
                    reader.endObject();
                    return new Order(id, price, legs);
                }

                @Override
                public void toJson(JsonWriter writer, @Nullable Order order) throws IOException {
                    writer.beginObject();
                    if (order != null && order.id != null) {
                        writer.name("order-id").value(order.id);
                    }
                    if (order != null && order.price != null) {
                        JsonValueWriter.decimalText(writer.name("price"), order.price);
                    }
                    if (order != null && order.legs != null) {
                        JsonValueWriter.list(writer.name("legs"), order.legs, this::toJson);
                    }
                    writer.endObject();
                }
            })
            .add(Side.class, JsonAdapters.ofEnum(Side::of, false))
            .add(new StandardAdapters())
            .build();
}
