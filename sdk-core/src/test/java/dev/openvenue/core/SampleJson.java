package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The adapters of the invented venue's models. */
final class SampleJson implements JsonAdapter.Factory {
    @Override
    public @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        if (type == SampleApi.Side.class) {
            return adapter(reader -> JsonValueReader.openEnum(reader, SampleApi.Side::new), JsonValueWriter::openEnum);
        }
        if (type == SampleApi.Order.class) {
            return adapter(SampleJson::order, (writer, order) -> {
                writer.beginObject();
                write(writer, "orderId", order.orderId(), JsonValueWriter::text);
                write(writer, "price", order.price(), JsonValueWriter::decimalText);
                write(writer, "side", order.side(), JsonValueWriter::openEnum);
                writer.endObject();
            });
        }
        if (type == SampleApi.Time.class) {
            return adapter(SampleJson::time, (writer, time) -> {
                writer.beginObject();
                write(writer, "serverTime", time.serverTime(), JsonValueWriter::millisText);
                writer.endObject();
            });
        }
        if (type == SampleApi.NewOrder.class) {
            return adapter(neverRead(), SampleJson::newOrder);
        }
        if (type == SampleApi.NewOrders.class) {
            return adapter(neverRead(), (JsonWriter writer, SampleApi.NewOrders orders) -> {
                writer.beginObject();
                write(
                        writer,
                        "orderList",
                        orders.orderList(),
                        (w, list) -> JsonValueWriter.list(w, list, SampleJson::newOrder));
                writer.endObject();
            });
        }
        return null;
    }

    private static void newOrder(JsonWriter writer, SampleApi.NewOrder order) throws IOException {
        writer.beginObject();
        write(writer, "symbol", order.symbol(), JsonValueWriter::text);
        write(writer, "side", order.side(), JsonValueWriter::openEnum);
        write(writer, "size", order.size(), JsonValueWriter::decimalText);
        write(writer, "clientOid", order.clientOid(), JsonValueWriter::text);
        writer.endObject();
    }

    private static SampleApi.Order order(JsonReader reader) throws IOException {
        String orderId = null;
        BigDecimal price = null;
        SampleApi.Side side = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "orderId" -> orderId = JsonValueReader.text(reader);
                case "price" -> price = JsonValueReader.decimal(reader);
                case "side" -> side = JsonValueReader.openEnum(reader, SampleApi.Side::new);
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        return new SampleApi.Order(orderId, price, side);
    }

    private static SampleApi.Time time(JsonReader reader) throws IOException {
        Instant serverTime = null;
        reader.beginObject();
        while (reader.hasNext()) {
            if (reader.nextName().equals("serverTime")) {
                serverTime = JsonValueReader.millis(reader);
            } else {
                reader.skipValue();
            }
        }
        reader.endObject();
        return new SampleApi.Time(serverTime);
    }

    private static <T> JsonValueReader.Reader<T> neverRead() {
        return reader -> {
            throw new AssertionError("A request model is never read");
        };
    }

    private static <T> void write(JsonWriter writer, String name, @Nullable T value, JsonValueWriter.Writer<T> write)
            throws IOException {
        writer.name(name);
        if (value == null) {
            writer.nullValue();
        } else {
            write.write(writer, value);
        }
    }

    private static <T> JsonAdapter<T> adapter(JsonValueReader.Reader<T> read, JsonValueWriter.Writer<T> write) {
        return new JsonAdapter<>() {
            @Override
            public @Nullable T fromJson(JsonReader reader) throws IOException {
                return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : read.read(reader);
            }

            @Override
            public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
                if (value == null) {
                    writer.nullValue();
                } else {
                    write.write(writer, value);
                }
            }
        };
    }
}
