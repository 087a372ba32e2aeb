package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.openvenue.core.codegen.Wire;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

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
    public Names fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        String classValue = null;
        String record = null;
        String trueValue = null;
        String n = null;
        String waitValue = null;
        String notifyValue = null;
        String notifyAllValue = null;
        String hashCodeValue = null;
        String toStringValue = null;
        String getClassValue = null;
        String equals = null;
        String builderValue = null;
        String toBuilderValue = null;
        String build = null;
        String check = null;
        String checks = null;
        String reader_ = null;
        List<List<String>> r1_ = null;
        String writer = null;
        String value = null;
        String aBC = null;
        String aBC2 = null;
        String aBC22 = null;
        BigDecimal n24hVolume = null;
        String n2 = null;
        String quoted = null;
        String ordRId = null;
        String bgb = null;
        String accessKeyId = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> classValue = Wire.text(reader);
                case 1 -> record = Wire.text(reader);
                case 2 -> trueValue = Wire.text(reader);
                case 3 -> n = Wire.text(reader);
                case 4 -> waitValue = Wire.text(reader);
                case 5 -> notifyValue = Wire.text(reader);
                case 6 -> notifyAllValue = Wire.text(reader);
                case 7 -> hashCodeValue = Wire.text(reader);
                case 8 -> toStringValue = Wire.text(reader);
                case 9 -> getClassValue = Wire.text(reader);
                case 10 -> equals = Wire.text(reader);
                case 11 -> builderValue = Wire.text(reader);
                case 12 -> toBuilderValue = Wire.text(reader);
                case 13 -> build = Wire.text(reader);
                case 14 -> check = Wire.text(reader);
                case 15 -> checks = Wire.text(reader);
                case 16 -> reader_ = Wire.text(reader);
                case 17 -> r1_ = Wire.list(reader, r1 -> Wire.list(r1, Wire::text));
                case 18 -> writer = Wire.text(reader);
                case 19 -> value = Wire.text(reader);
                case 20 -> aBC = Wire.text(reader);
                case 21 -> aBC2 = Wire.text(reader);
                case 22 -> aBC22 = Wire.text(reader);
                case 23 -> n24hVolume = Wire.decimal(reader);
                case 24 -> n2 = Wire.text(reader);
                case 25 -> quoted = Wire.text(reader);
                case 26 -> ordRId = Wire.text(reader);
                case 27 -> bgb = Wire.text(reader);
                case 28 -> accessKeyId = Wire.text(reader);
                default -> {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new Names(
                classValue, record, trueValue, n, waitValue, notifyValue, notifyAllValue, hashCodeValue,
                toStringValue, getClassValue, equals, builderValue, toBuilderValue, build, check, checks, reader_,
                r1_, writer, value, aBC, aBC2, aBC22, n24hVolume, n2, quoted, ordRId, bgb, accessKeyId);
    }

    @Override
    public void toJson(JsonWriter writer, Names value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        Wire.member(writer, "class", value.classValue(), Wire::text);
        Wire.member(writer, "record", value.record(), Wire::text);
        Wire.member(writer, "true", value.trueValue(), Wire::text);
        Wire.member(writer, "_", value.n(), Wire::text);
        Wire.member(writer, "wait", value.waitValue(), Wire::text);
        Wire.member(writer, "notify", value.notifyValue(), Wire::text);
        Wire.member(writer, "notifyAll", value.notifyAllValue(), Wire::text);
        Wire.member(writer, "hashCode", value.hashCodeValue(), Wire::text);
        Wire.member(writer, "toString", value.toStringValue(), Wire::text);
        Wire.member(writer, "getClass", value.getClassValue(), Wire::text);
        Wire.member(writer, "equals", value.equals(), Wire::text);
        Wire.member(writer, "builder", value.builderValue(), Wire::text);
        Wire.member(writer, "toBuilder", value.toBuilderValue(), Wire::text);
        Wire.member(writer, "build", value.build(), Wire::text);
        Wire.member(writer, "check", value.check(), Wire::text);
        Wire.member(writer, "checks", value.checks(), Wire::text);
        Wire.member(writer, "reader", value.reader(), Wire::text);
        Wire.member(writer, "r1", value.r1(), (w2, v2) -> Wire.list(w2, v2, (w1, v1) -> Wire.list(w1, v1, Wire::text)));
        Wire.member(writer, "writer", value.writer(), Wire::text);
        Wire.member(writer, "value", value.value(), Wire::text);
        Wire.member(writer, "A-b.c", value.aBC(), Wire::text);
        Wire.member(writer, "a_bC", value.aBC2(), Wire::text);
        Wire.member(writer, "aBC2", value.aBC22(), Wire::text);
        Wire.member(writer, "24hVolume", value.n24hVolume(), Wire::decimalText);
        Wire.member(writer, "%", value.n2(), Wire::text);
        Wire.member(writer, "\"quoted\"", value.quoted(), Wire::text);
        Wire.member(writer, "ord\u00e9rId", value.ordRId(), Wire::text);
        Wire.member(writer, "BGB", value.bgb(), Wire::text);
        Wire.member(writer, "AccessKeyId", value.accessKeyId(), Wire::text);
        writer.endObject();
    }
}
