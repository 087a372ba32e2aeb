package dev.openvenue.core.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.Key;
import java.security.Provider;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.MacSpi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A provider whose {@code Mac}s cannot be copied, as that of a hardware module. */
@Isolated("It changes the providers of the whole JVM")
final class HmacProviderTest {
    private static final String NAME = "Uncopied";

    @BeforeEach
    void putFirst() {
        Provider provider = new Provider(NAME, "1", "") {
            private static final long serialVersionUID = 1;
        };
        provider.put("Mac.HmacSHA256", Uncopied.class.getName());
        Security.insertProviderAt(provider, 1);
    }

    @AfterEach
    void remove() {
        Security.removeProvider(NAME);
    }

    @Test
    void keySignsEachMessageByItself() {
        SigningKey key = SigningKeys.hmacSha256("secret");

        assertThat(key.sign("one".getBytes(UTF_8))).hasSize(32).startsWith("one".getBytes(UTF_8));
        assertThat(key.sign("two".getBytes(UTF_8))).hasSize(32).startsWith("two".getBytes(UTF_8));
    }

    /** Returns the first bytes of what it was given. */
    public static final class Uncopied extends MacSpi {
        private final byte[] bytes = new byte[32];
        private int size;

        @Override
        protected int engineGetMacLength() {
            return bytes.length;
        }

        @Override
        protected void engineInit(Key key, AlgorithmParameterSpec params) {
            size = 0;
        }

        @Override
        protected void engineUpdate(byte input) {
            bytes[size++] = input;
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            System.arraycopy(input, offset, bytes, size, length);
            size += length;
        }

        @Override
        protected byte[] engineDoFinal() {
            return bytes.clone();
        }

        @Override
        protected void engineReset() {
            size = 0;
        }
    }
}
