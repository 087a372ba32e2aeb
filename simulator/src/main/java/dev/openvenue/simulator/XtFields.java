package dev.openvenue.simulator;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Reads XT's parameters and rejects invalid ones with XT's codes. Lists beyond a hundred are silently truncated. */
final class XtFields implements RequestFields.Errors {
    private static final XtFields ERRORS = new XtFields();
    private static final int CAP = 100;

    private XtFields() {}

    /** The decoded parameters: the form of a POST, the query of a GET. */
    static Map<String, String> parameters(VenueRequest request) {
        return request.method().equals("POST") ? request.form() : request.queryParameters();
    }

    static RequestFields of(VenueRequest request) {
        return new RequestFields(parameters(request), ERRORS);
    }

    /** The members of an element of {@code data}. */
    static RequestFields of(Object element) throws VenueRejection {
        if (element instanceof Map<?, ?> members) {
            return new RequestFields(members, ERRORS);
        }
        throw ERRORS.wrong("data");
    }

    static String market(RequestFields fields, List<String> symbols) throws VenueRejection {
        String market = fields.required("market");
        if (!symbols.contains(market)) {
            throw new VenueRejection("107", "The market " + market + " is not open for trading");
        }
        return market;
    }

    /** The ids, which may be text or numbers in the list. */
    static List<String> ids(RequestFields fields) throws VenueRejection {
        List<String> ids = new ArrayList<>();
        for (Object element : data(fields)) {
            String id = element instanceof BigDecimal number ? number.toPlainString() : String.valueOf(element);
            if (!id.matches("\\d{1,30}")) {
                throw ERRORS.wrong("data");
            }
            ids.add(id);
        }
        return ids;
    }

    /** The first hundred elements of the list that {@code data} contains in Base64; the rest is ignored. */
    static List<?> data(RequestFields fields) throws VenueRejection {
        String base64 = fields.required("data");
        try {
            String json = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            if (Json.read(json) instanceof List<?> list && !list.isEmpty()) {
                return list.subList(0, Math.min(list.size(), CAP));
            }
        } catch (IllegalArgumentException | IOException e) {
            throw ERRORS.wrong("data");
        }
        throw ERRORS.wrong("data");
    }

    @Override
    public VenueRejection missing(String name) {
        return new VenueRejection("400", "Bad request: " + name + " is missing");
    }

    @Override
    public VenueRejection wrong(String name) {
        return new VenueRejection("102", "Parameter error: " + name);
    }
}
