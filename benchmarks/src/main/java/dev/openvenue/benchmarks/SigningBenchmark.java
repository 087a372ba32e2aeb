package dev.openvenue.benchmarks;

import dev.openvenue.core.signing.BitgetSigner;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.HtxSigner;
import dev.openvenue.core.signing.RequestSigner;
import dev.openvenue.core.signing.SatoriSigner;
import dev.openvenue.core.signing.SignedRequest;
import dev.openvenue.core.signing.XtSigner;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import okhttp3.Request;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Signing one placed order at each venue, from request to signed request, beside what any implementation must do: one
 * HMAC-SHA256 over a text of that length, in Base64.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
public class SigningBenchmark {
    private final Credentials credentials = Clients.credentials();
    private final RequestSigner xtSigner = new XtSigner();
    private final RequestSigner bitgetSigner = new BitgetSigner();
    private final RequestSigner htxSigner = new HtxSigner();
    private final RequestSigner satoriSigner = new SatoriSigner();
    private final Request form = Orders.form();
    private final Request json = Orders.json();
    private final Request query = Orders.query();
    private final byte[] text = Orders.signedText();

    /** What nobody can leave out. */
    @Benchmark
    public String mac() {
        Mac mac = ByHand.mac();
        return Base64.getEncoder().encodeToString(mac.doFinal(text));
    }

    @Benchmark
    public SignedRequest xt() {
        return xtSigner.sign(form, credentials, Orders.NOW);
    }

    @Benchmark
    public SignedRequest bitget() {
        return bitgetSigner.sign(json, credentials, Orders.NOW);
    }

    @Benchmark
    public SignedRequest htx() {
        return htxSigner.sign(json, credentials, Orders.NOW);
    }

    @Benchmark
    public SignedRequest satori() {
        return satoriSigner.sign(query, credentials, Orders.NOW);
    }
}
