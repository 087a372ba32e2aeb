package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.JsonIn;
import dev.openvenue.core.codegen.JsonOut;
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
                case 0 -> classValue = JsonIn.text(reader);
                case 1 -> record = JsonIn.text(reader);
                case 2 -> trueValue = JsonIn.text(reader);
                case 3 -> n = JsonIn.text(reader);
                case 4 -> waitValue = JsonIn.text(reader);
                case 5 -> notifyValue = JsonIn.text(reader);
                case 6 -> notifyAllValue = JsonIn.text(reader);
                case 7 -> hashCodeValue = JsonIn.text(reader);
                case 8 -> toStringValue = JsonIn.text(reader);
                case 9 -> getClassValue = JsonIn.text(reader);
                case 10 -> equals = JsonIn.text(reader);
                case 11 -> builderValue = JsonIn.text(reader);
                case 12 -> toBuilderValue = JsonIn.text(reader);
                case 13 -> build = JsonIn.text(reader);
                case 14 -> check = JsonIn.text(reader);
                case 15 -> checks = JsonIn.text(reader);
                case 16 -> reader_ = JsonIn.text(reader);
                case 17 -> r1_ = JsonIn.list(reader, r1 -> JsonIn.list(r1, JsonIn::text));
                case 18 -> writer = JsonIn.text(reader);
                case 19 -> value = JsonIn.text(reader);
                case 20 -> aBC = JsonIn.text(reader);
                case 21 -> aBC2 = JsonIn.text(reader);
                case 22 -> aBC22 = JsonIn.text(reader);
                case 23 -> n24hVolume = JsonIn.decimal(reader);
                case 24 -> n2 = JsonIn.text(reader);
                case 25 -> quoted = JsonIn.text(reader);
                case 26 -> ordRId = JsonIn.text(reader);
                case 27 -> bgb = JsonIn.text(reader);
                case 28 -> accessKeyId = JsonIn.text(reader);
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
        JsonOut.member(writer, "class", value.classValue(), JsonOut::text);
        JsonOut.member(writer, "record", value.record(), JsonOut::text);
        JsonOut.member(writer, "true", value.trueValue(), JsonOut::text);
        JsonOut.member(writer, "_", value.n(), JsonOut::text);
        JsonOut.member(writer, "wait", value.waitValue(), JsonOut::text);
        JsonOut.member(writer, "notify", value.notifyValue(), JsonOut::text);
        JsonOut.member(writer, "notifyAll", value.notifyAllValue(), JsonOut::text);
        JsonOut.member(writer, "hashCode", value.hashCodeValue(), JsonOut::text);
        JsonOut.member(writer, "toString", value.toStringValue(), JsonOut::text);
        JsonOut.member(writer, "getClass", value.getClassValue(), JsonOut::text);
        JsonOut.member(writer, "equals", value.equals(), JsonOut::text);
        JsonOut.member(writer, "builder", value.builderValue(), JsonOut::text);
        JsonOut.member(writer, "toBuilder", value.toBuilderValue(), JsonOut::text);
        JsonOut.member(writer, "build", value.build(), JsonOut::text);
        JsonOut.member(writer, "check", value.check(), JsonOut::text);
        JsonOut.member(writer, "checks", value.checks(), JsonOut::text);
        JsonOut.member(writer, "reader", value.reader(), JsonOut::text);
        JsonOut.member(
                writer,
                "r1",
                value.r1(),
                (w2, v2) -> JsonOut.list(w2, v2, (w1, v1) -> JsonOut.list(w1, v1, JsonOut::text)));
        JsonOut.member(writer, "writer", value.writer(), JsonOut::text);
        JsonOut.member(writer, "value", value.value(), JsonOut::text);
        JsonOut.member(writer, "A-b.c", value.aBC(), JsonOut::text);
        JsonOut.member(writer, "a_bC", value.aBC2(), JsonOut::text);
        JsonOut.member(writer, "aBC2", value.aBC22(), JsonOut::text);
        JsonOut.member(writer, "24hVolume", value.n24hVolume(), JsonOut::decimalText);
        JsonOut.member(writer, "%", value.n2(), JsonOut::text);
        JsonOut.member(writer, "\"quoted\"", value.quoted(), JsonOut::text);
        JsonOut.member(writer, "ord\u00e9rId", value.ordRId(), JsonOut::text);
        JsonOut.member(writer, "BGB", value.bgb(), JsonOut::text);
        JsonOut.member(writer, "AccessKeyId", value.accessKeyId(), JsonOut::text);
        writer.endObject();
    }
}
