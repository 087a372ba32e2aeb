package dev.openvenue.benchmarks;

import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.RequestSigner;
import dev.openvenue.core.signing.SatoriSigner;
import dev.openvenue.core.signing.Secp256k1Fixture;
import dev.openvenue.core.signing.SignedRequest;
import fr.acinq.secp256k1.Secp256k1;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
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
 * Signing an order of Satori's as a wallet signs, from request to signed request, with either library. What the native
 * one needs for a signature that names its key: a signature, and one recovery, because the binding does not return the
 * recovery id.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
public class Secp256k1Benchmark {
    private static final byte[] WALLET =
            HexFormat.of().parseHex("00000000000000000000000000000000000000000000000000000000000beef1");
    private static final int DIGEST_BYTES = 32;

    private final Credentials bouncyCastle = Credentials.of(Clients.KEY, Secp256k1Fixture.bouncyCastle(WALLET));
    private final Credentials nativeLibrary = Credentials.of(Clients.KEY, Secp256k1Fixture.nativeLibrary(WALLET));
    private final RequestSigner signer = new SatoriSigner();
    private final Request order = Orders.query();
    private final Secp256k1 library = Secp256k1.get();
    private final byte[] digest = Arrays.copyOf(Orders.signedText(), DIGEST_BYTES);

    @Benchmark
    public SignedRequest satoriNative() {
        return signer.sign(order, nativeLibrary, Orders.NOW);
    }

    /** The calls of the native library alone, with a prepared digest. */
    @Benchmark
    public byte[] jniAlone() {
        return library.ecdsaRecover(library.sign(digest, WALLET), digest, 0);
    }

    @Benchmark
    public SignedRequest satoriBouncyCastle() {
        return signer.sign(order, bouncyCastle, Orders.NOW);
    }
}
