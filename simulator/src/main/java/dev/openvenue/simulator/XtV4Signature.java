package dev.openvenue.simulator;

import dev.openvenue.simulator.SignedRequest.Demand;
import dev.openvenue.simulator.SignedTime.Format;
import dev.openvenue.simulator.proof.Encoding;
import dev.openvenue.simulator.proof.Mistake;
import dev.openvenue.simulator.proof.Parameters;
import dev.openvenue.simulator.proof.Parameters.Coding;
import dev.openvenue.simulator.proof.Parameters.Order;
import dev.openvenue.simulator.proof.Parameters.Pair;
import dev.openvenue.simulator.proof.SignedText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The header {@code validate-signature} over four other headers, method, path, query and body. The query is verified as
 * decoded text sorted by name, as XT's Java and Node demos sign it. Choices where the documents are silent: a timestamp
 * that is more than a second ahead is rejected with AUTH_105, too, and windows beyond the 60 seconds of older documents
 * with AUTH_004.
 */
final class XtV4Signature {
    private static final Duration AHEAD = Duration.ofSeconds(1);
    private static final int LONGEST_WINDOW = 60_000;
    private static final String NEW = "validate-";
    private static final String OLD = "xt-validate-";

    private XtV4Signature() {}

    static SignedRequest read(VenueRequest request) {
        // Until May 2023 all names began so; live, both families are accepted, and some clients send the older one.
        String family = request.header(OLD + "appkey") == null ? NEW : OLD;
        SignedField key = SignedField.header(request, family + "appkey");
        SignedField time = SignedField.header(request, family + "timestamp");
        SignedField window = SignedField.header(request, family + "recvwindow");
        SignedField algorithm = SignedField.header(request, family + "algorithms");
        List<Pair> head = Stream.of(algorithm, key, window, time)
                .map(field -> Pair.of(field.name(), field.text()))
                .toList();
        SignedText text = SignedText.of(
                        XtV4Signature::join, Parameters.of(request.queryPairs(), Order.BY_NAME, Coding.DECODED))
                .withHead(Parameters.of(head, Order.BY_NAME, Coding.DECODED))
                .withTimeName(time.name())
                .withTime(time.text())
                .withMethod(request.method())
                .withPath(request.path())
                .withMark("#")
                .withSeparator("#")
                .withBody(request.bodyText());
        return new SignedRequest(
                key,
                time,
                SignedField.header(request, family + "signature"),
                null,
                List.of(window),
                List.of(new Demand(algorithm, null, kind -> "HmacSHA256")),
                new SignedTime(Format.MILLISECONDS, window(window), AHEAD, true),
                kind -> Encoding.HEX,
                List.of(text),
                due -> mistakes(due, family));
    }

    private static String join(SignedText pieces) {
        return Stream.of(pieces.head().text(), pieces.method(), pieces.path() + pieces.markedQuery(), pieces.body())
                .filter(piece -> !piece.isEmpty())
                .collect(Collectors.joining(pieces.separator()));
    }

    private static List<Mistake> mistakes(SignedText due, String family) {
        String other = family.equals(NEW) ? OLD : NEW;
        List<Pair> renamed = due.head().pairs().stream()
                .map(pair -> Pair.of(other + pair.name().substring(family.length()), pair.value()))
                .toList();
        return List.of(new Mistake(
                "header-names-of-other-family",
                Mistake.Axis.HEAD,
                "for header names that begin with " + other,
                "the headers that are sent begin with " + family,
                "Sign the names of the headers that are sent",
                text -> text.withHead(text.head().with(renamed))));
    }

    static AccountKey check(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        SignedRequest signed = read(request);
        require(signed.apiKey(), "AUTH_001");
        require(signed.time(), "AUTH_002");
        SignedField window = signed.others().get(0);
        require(window, "AUTH_003");
        Demand algorithm = signed.demands().get(0);
        require(algorithm.field(), "AUTH_005");
        require(signed.signature(), "AUTH_007");
        if (!algorithm.field().text().equals("HmacSHA256")) {
            throw new VenueRejection("AUTH_006", "");
        }
        if (!isWindow(window)) {
            throw new VenueRejection("AUTH_004", "")
                    .because(
                            "receive-window-wrong",
                            "The receive window in " + window.label() + ", " + Spelling.quoted(window.text())
                                    + ", is not a number of milliseconds up to " + LONGEST_WINDOW,
                            "Send 5000, for example");
        }
        AccountKey key = keys.find(signed.apiKey().text());
        if (key == null) {
            throw new VenueRejection("AUTH_101", "");
        }
        if (!signed.isSignedBy(key)) {
            throw new VenueRejection("AUTH_103", "");
        }
        Instant at = signed.clock().read(signed.time().text());
        if (at == null || !signed.clock().accepts(at, now)) {
            throw new VenueRejection("AUTH_105", "");
        }
        return key;
    }

    private static boolean isWindow(SignedField field) {
        return field.text().matches("\\d{1,5}") && Integer.parseInt(field.text()) <= LONGEST_WINDOW;
    }

    /** The longest one if the header has none. */
    private static Duration window(SignedField field) {
        return Duration.ofMillis(isWindow(field) ? Integer.parseInt(field.text()) : LONGEST_WINDOW);
    }

    private static void require(SignedField field, String code) throws VenueRejection {
        if (field.isMissing()) {
            throw new VenueRejection(code, "");
        }
    }
}
