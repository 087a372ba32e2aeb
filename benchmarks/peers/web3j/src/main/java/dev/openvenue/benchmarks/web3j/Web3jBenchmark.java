package dev.openvenue.benchmarks.web3j;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;

/** What a wallet calls personal_sign, through web3j, over a text as long as the one that Satori has signed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
public class Web3jBenchmark {
    private final ECKeyPair wallet = ECKeyPair.create(BigInteger.valueOf(0xbeef1));
    private final byte[] text = ("clientOrderId=1725696393685&isLong=true&isMarket=false&lever=20&matchType=2"
                    + "&pairName=ETH-USD&positionType=3&price=3100&quantity=0.02&timestamp=1725696393685")
            .getBytes(UTF_8);

    @Benchmark
    public Sign.SignatureData personalSign() {
        return Sign.signPrefixedMessage(text, wallet);
    }
}
