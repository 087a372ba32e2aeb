package dev.openvenue.simulator;

import dev.openvenue.simulator.Rejected.Stage;
import dev.openvenue.simulator.explain.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Says why a request was rejected. It reads what was kept of the request and changes nothing. */
final class Explainer {
    private final Venue venue;
    private final Routes routes;
    private final UnservedOperations documented;

    Explainer(Venue venue, List<SimulatedOperation> operations, UnservedOperations documented) {
        this.venue = venue;
        this.routes = new Routes(operations, documented);
        this.documented = documented;
    }

    /** Never fails: what goes wrong here is a fault of the simulator, and the explanation says so. */
    Explanation explain(FailedRequest failedRequest) {
        Redaction redaction = new Redaction(failedRequest.keys().all());
        try {
            Verdict verdict = new Verdict();
            judge(failedRequest, verdict, redaction);
            return verdict.explanation(failedRequest, redaction);
        } catch (RuntimeException | StackOverflowError e) {
            Verdict verdict = new Verdict();
            verdict.wrong(Finding.unknown(
                    "explaining-failed",
                    "The request was rejected, and the simulator failed to explain why: "
                            + e.getClass().getName(),
                    "Report this as a fault of the simulator, with the request"));
            return verdict.explanation(failedRequest, redaction);
        }
    }

    private void judge(FailedRequest failedRequest, Verdict verdict, Redaction redaction) {
        Rejected rejected = failedRequest.rejected();
        Fault fault = failedRequest.fault();
        if (fault != null && (rejected == null || (fault.decides() && rejected.stage() == Stage.EXECUTION))) {
            verdict.wrong(struck(fault, failedRequest));
        }
        if (rejected != null) {
            reject(failedRequest, rejected, verdict, redaction);
            if (fault != null && verdict.isNew("fault")) {
                verdict.wrong(struck(fault, failedRequest));
            }
        }
    }

    private void reject(FailedRequest failedRequest, Rejected rejected, Verdict verdict, Redaction redaction) {
        Stage stage = rejected.stage();
        VenueRejection rejection = rejected.rejection();
        if (stage == Stage.ROUTE) {
            verdict.wrong(routes.explain(
                    failedRequest.request(),
                    documented.find(failedRequest.request()).orElse(null)));
            return;
        }
        if (stage != Stage.GATEWAY) {
            verdict.right("path and method");
        }
        VenueRejection.Reason reason = rejection.reason();
        if (reason != null) {
            verdict.wrong(Finding.proved(reason.mistake(), reason.sentence(), reason.advice()));
        }
        switch (stage) {
            case SIGNATURE -> signature(failedRequest, rejection, verdict, redaction);
            case LIMIT -> verdict.wrong(limit(failedRequest.at(), rejected));
            case EXECUTION -> {
                if (failedRequest.operation() != null
                        && failedRequest.operation().signed()) {
                    verdict.right("key, time and signature");
                }
            }
            default -> {}
        }
        if (verdict.isEmpty()) {
            verdict.wrong(rejectedByItsRules(rejection));
        }
    }

    private void signature(
            FailedRequest failedRequest, VenueRejection rejection, Verdict verdict, Redaction redaction) {
        if (failedRequest.signing() != null) {
            new SignatureJudge(
                            failedRequest, failedRequest.signing().apply(failedRequest.request()), verdict, redaction)
                    .judge();
        }
        if (verdict.isEmpty()) {
            verdict.wrong(Finding.unknown(
                    "authentication-rejected",
                    venue.id() + " rejected key, time or signature with " + words(rejection),
                    "Compare key, time and signed text with the venue's documents"));
        }
    }

    private Finding rejectedByItsRules(VenueRejection rejection) {
        return Finding.proved(
                "venue-rule",
                venue.id() + " rejected the request by its own rules: " + words(rejection),
                "Look up " + rejection.code() + " in the venue's list of errors, and change what the request asks for");
    }

    private static String words(VenueRejection rejection) {
        return rejection.code() + (rejection.text().isEmpty() ? "" : ", " + rejection.text());
    }

    private static Finding struck(Fault fault, FailedRequest failedRequest) {
        boolean executed = failedRequest.rejected() == null && failedRequest.reached();
        String what = executed
                ? "the venue executed the request, and the response is what the fault made of it"
                : failedRequest.reached()
                        ? "the venue rejected the request under it"
                        : "the request was not executed before its response";
        return Finding.proved(
                        "fault",
                        "The fault '" + fault.name() + "' was set and struck this request: " + what,
                        "Let the client cope with it; clear() of the simulator's faults removes it")
                .with("fault", fault.name())
                .with("executed", executed);
    }

    private static Finding limit(Instant at, Rejected rejected) {
        RequestLimiter.Usage usage = rejected.usage();
        DocumentedLimit limit = usage == null ? null : usage.limit();
        if (usage == null || limit == null) {
            throw new IllegalStateException("Only a limit can be exceeded");
        }
        Duration wait = Duration.between(at, usage.expires());
        return Finding.proved(
                        "limit-exceeded",
                        "The limit '" + limit.group() + "' of " + limit.permits() + " requests in "
                                + limit.period().toMillis() + " ms is used up; the next request is possible in "
                                + wait.toMillis() + " ms",
                        "Space the requests of the account, or wait; enforceLimits(false) lets all of them pass")
                .with("limit", limit.group())
                .with("permits", limit.permits())
                .with("periodMillis", limit.period().toMillis())
                .with("waitMillis", wait.toMillis());
    }
}
