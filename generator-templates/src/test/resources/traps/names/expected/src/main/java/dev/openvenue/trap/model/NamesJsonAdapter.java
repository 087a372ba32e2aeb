package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonValueReader;
import dev.openvenue.core.codegen.JsonValueWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class NamesJsonAdapter extends JsonAdapter<Names> {
    static final NamesJsonAdapter INSTANCE = new NamesJsonAdapter();

    private static final JsonReader.Options NAMES = JsonReader.Options.of(
            "class",
            "record",
            "true",
            "_",
            "wait",
            "notify",
            "notifyAll",
            "hashCode",
            "toString",
            "getClass",
            "equals",
            "builder",
            "toBuilder",
            "build",
            "check",
            "checks",
            "reader",
            "r1",
            "writer",
            "value",
            "A-b.c",
            "a_bC",
            "aBC2",
            "24hVolume",
            "%",
            "\"quoted\"",
            "ord\u00e9rId",
            "BGB",
            "AccessKeyId");

    @Override
    public @Nullable Names fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable String classValue = null;
        @Nullable String record = null;
        @Nullable String trueValue = null;
        @Nullable String n = null;
        @Nullable String waitValue = null;
        @Nullable String notifyValue = null;
        @Nullable String notifyAllValue = null;
        @Nullable String hashCodeValue = null;
        @Nullable String toStringValue = null;
        @Nullable String getClassValue = null;
        @Nullable String equals = null;
        @Nullable String builderValue = null;
        @Nullable String toBuilderValue = null;
        @Nullable String build = null;
        @Nullable String check = null;
        @Nullable String checks = null;
        @Nullable String reader_ = null;
        @Nullable List<List<String>> r1_ = null;
        @Nullable String writer = null;
        @Nullable String value = null;
        @Nullable String aBC = null;
        @Nullable String aBC2 = null;
        @Nullable String aBC22 = null;
        @Nullable BigDecimal n24hVolume = null;
        @Nullable String n2 = null;
        @Nullable String quoted = null;
        @Nullable String ordRId = null;
        @Nullable String bgb = null;
        @Nullable String accessKeyId = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> classValue = JsonValueReader.text(reader);
                case 1 -> record = JsonValueReader.text(reader);
                case 2 -> trueValue = JsonValueReader.text(reader);
                case 3 -> n = JsonValueReader.text(reader);
                case 4 -> waitValue = JsonValueReader.text(reader);
                case 5 -> notifyValue = JsonValueReader.text(reader);
                case 6 -> notifyAllValue = JsonValueReader.text(reader);
                case 7 -> hashCodeValue = JsonValueReader.text(reader);
                case 8 -> toStringValue = JsonValueReader.text(reader);
                case 9 -> getClassValue = JsonValueReader.text(reader);
                case 10 -> equals = JsonValueReader.text(reader);
                case 11 -> builderValue = JsonValueReader.text(reader);
                case 12 -> toBuilderValue = JsonValueReader.text(reader);
                case 13 -> build = JsonValueReader.text(reader);
                case 14 -> check = JsonValueReader.text(reader);
                case 15 -> checks = JsonValueReader.text(reader);
                case 16 -> reader_ = JsonValueReader.text(reader);
                case 17 -> r1_ = JsonValueReader.list(reader, r1 -> JsonValueReader.list(r1, JsonValueReader::text));
                case 18 -> writer = JsonValueReader.text(reader);
                case 19 -> value = JsonValueReader.text(reader);
                case 20 -> aBC = JsonValueReader.text(reader);
                case 21 -> aBC2 = JsonValueReader.text(reader);
                case 22 -> aBC22 = JsonValueReader.text(reader);
                case 23 -> n24hVolume = JsonValueReader.decimal(reader);
                case 24 -> n2 = JsonValueReader.text(reader);
                case 25 -> quoted = JsonValueReader.text(reader);
                case 26 -> ordRId = JsonValueReader.text(reader);
                case 27 -> bgb = JsonValueReader.text(reader);
                case 28 -> accessKeyId = JsonValueReader.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new Names(
                classValue,
                record,
                trueValue,
                n,
                waitValue,
                notifyValue,
                notifyAllValue,
                hashCodeValue,
                toStringValue,
                getClassValue,
                equals,
                builderValue,
                toBuilderValue,
                build,
                check,
                checks,
                reader_,
                r1_,
                writer,
                value,
                aBC,
                aBC2,
                aBC22,
                n24hVolume,
                n2,
                quoted,
                ordRId,
                bgb,
                accessKeyId);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Names value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        JsonValueWriter.member(writer, "class", value.classValue(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "record", value.record(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "true", value.trueValue(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "_", value.n(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "wait", value.waitValue(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "notify", value.notifyValue(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "notifyAll", value.notifyAllValue(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "hashCode", value.hashCodeValue(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "toString", value.toStringValue(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "getClass", value.getClassValue(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "equals", value.equals(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "builder", value.builderValue(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "toBuilder", value.toBuilderValue(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "build", value.build(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "check", value.check(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "checks", value.checks(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "reader", value.reader(), JsonValueWriter::text);
        JsonValueWriter.member(
                writer,
                "r1",
                value.r1(),
                (w2, v2) ->
                        JsonValueWriter.list(w2, v2, (w1, v1) -> JsonValueWriter.list(w1, v1, JsonValueWriter::text)));
        JsonValueWriter.member(writer, "writer", value.writer(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "value", value.value(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "A-b.c", value.aBC(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "a_bC", value.aBC2(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "aBC2", value.aBC22(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "24hVolume", value.n24hVolume(), JsonValueWriter::decimalText);
        JsonValueWriter.member(writer, "%", value.n2(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "\"quoted\"", value.quoted(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "ord\u00e9rId", value.ordRId(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "BGB", value.bgb(), JsonValueWriter::text);
        JsonValueWriter.member(writer, "AccessKeyId", value.accessKeyId(), JsonValueWriter::text);
        writer.endObject();
    }
}
