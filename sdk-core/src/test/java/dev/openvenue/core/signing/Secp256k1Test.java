package dev.openvenue.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.api.Test;

final class Secp256k1Test {
    private static final HexFormat HEX = HexFormat.of();
    private static final BigInteger N =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
    private static final String HIGHEST_KEY = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140";

    @Test
    void bothLibrariesGiveTheSameBytes() {
        for (Sample sample : samples()) {
            byte[] key = sample.key.toByteArray();
            byte[] digest = sample.digest.toByteArray();

            assertThat(new BouncyCastleSecp256k1(key).apply(digest))
                    .as(sample.toString())
                    .isEqualTo(new NativeSecp256k1(key).apply(digest));
        }
    }

    @Test
    void sIsLowAndTheRecoveryIdLeadsBackToTheKey() {
        fr.acinq.secp256k1.Secp256k1 library = fr.acinq.secp256k1.Secp256k1.get();
        for (Sample sample : samples()) {
            byte[] key = sample.key.toByteArray();
            byte[] digest = sample.digest.toByteArray();

            byte[] signature = new BouncyCastleSecp256k1(key).apply(digest);

            byte[] rs = Arrays.copyOf(signature, 64);
            assertThat(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64))).isLessThanOrEqualTo(N.shiftRight(1));
            assertThat(library.ecdsaRecover(rs, digest, signature[64])).isEqualTo(library.pubkeyCreate(key));
        }
    }

    @Test
    void acinqsLibraryIsChosenWhereItLoads() {
        assertThat(Secp256k1.signer(HEX.parseHex(HIGHEST_KEY))).isInstanceOf(NativeSecp256k1.class);
    }

    @Test
    void bouncyCastleIsChosenWhereAcinqsLibraryIsAbsent() throws Exception {
        try (URLClassLoader classPath = classPathWithout("secp256k1-kmp")) {
            assertThat(signer(classPath).getClass().getSimpleName()).isEqualTo("BouncyCastleSecp256k1");
        }
    }

    @Test
    void bouncyCastleIsChosenWhereAcinqsLibraryHasNoNativePart() throws Exception {
        try (URLClassLoader classPath = classPathWithout("secp256k1-kmp-jni")) {
            assertThat(signer(classPath).getClass().getSimpleName()).isEqualTo("BouncyCastleSecp256k1");
        }
    }

    @Test
    void acinqsLibraryNeedsNoBouncyCastle() throws Exception {
        try (URLClassLoader classPath = classPathWithout("bcprov")) {
            assertThat(signer(classPath).getClass().getSimpleName()).isEqualTo("NativeSecp256k1");
        }
    }

    @Test
    void withoutEitherTheErrorNamesTheArtifacts() throws Exception {
        try (URLClassLoader classPath = classPathWithout("bcprov", "secp256k1-kmp")) {
            assertThatThrownBy(() -> signer(classPath))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Signing with secp256k1 needs org.bouncycastle:bcprov-jdk18on on the class path, "
                            + "or the faster fr.acinq.secp256k1:secp256k1-kmp-jni-jvm; add one of them to your build");
        }
    }

    @Test
    void withoutBouncyCastleKeccakNamesTheArtifact() throws Exception {
        try (URLClassLoader classPath = classPathWithout("bcprov")) {
            assertThatThrownBy(() -> call(classPath, Keccak256.class, "digest", byte[].class, new byte[0]))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Signing for an EVM address needs org.bouncycastle:bcprov-jdk18on on the class path; "
                            + "add it to your build");
        }
    }

    @Test
    void otherKeysNeedNeitherLibrary() throws Exception {
        try (URLClassLoader classPath = classPathWithout("bcprov", "secp256k1-kmp")) {
            Object key = call(classPath, SigningKeys.class, "ed25519Pem", String.class, ThrowAwayKeys.ED25519);

            assertThat(key).hasToString("SigningKey[ED25519]");
        }
    }

    private record Sample(ByteString key, ByteString digest) {}

    /** The edges of keys and digests, and random ones that are the same in every run. */
    private static List<Sample> samples() {
        Random random = new Random(20261121);
        Stream<Sample> edges = Stream.of("0".repeat(63) + "1", HIGHEST_KEY)
                .map(ByteString::decodeHex)
                .flatMap(key -> Stream.of("00", "ff", "01")
                        .map(octet -> new Sample(key, ByteString.decodeHex(octet.repeat(32)))));
        Stream<Sample> others = Stream.generate(() -> new Sample(bytes(random), bytes(random)))
                .filter(sample -> new BigInteger(1, sample.key.toByteArray()).compareTo(N) < 0)
                .limit(500);
        return Stream.concat(edges, others).toList();
    }

    private static ByteString bytes(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return ByteString.of(bytes);
    }

    /** This test's class path, less the jars whose names begin so; nothing is inherited from the class path itself. */
    private static URLClassLoader classPathWithout(String... jars) {
        URL[] urls = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> Stream.of(jars).noneMatch(path.getFileName().toString()::startsWith))
                .map(Secp256k1Test::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnaryOperator<?> signer(ClassLoader classPath) throws Exception {
        return (UnaryOperator<?>) call(classPath, Secp256k1.class, "signer", byte[].class, HEX.parseHex(HIGHEST_KEY));
    }

    private static <T> Object call(ClassLoader classPath, Class<?> type, String name, Class<T> parameter, T argument)
            throws Exception {
        Method method = Class.forName(type.getName(), true, classPath).getDeclaredMethod(name, parameter);
        method.setAccessible(true);
        try {
            return method.invoke(null, argument);
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }
}
