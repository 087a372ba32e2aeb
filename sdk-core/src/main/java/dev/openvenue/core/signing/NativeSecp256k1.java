package dev.openvenue.core.signing;

import fr.acinq.secp256k1.Secp256k1;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Signs with libsecp256k1 through acinq's binding: RFC 6979 nonce, low s, constant time. */
final class NativeSecp256k1 implements UnaryOperator<byte[]> {
    static {
        // The binding cannot be a module, because two of its jars share a package: a modular application, too, has it
        // on
        // the class path.
        Module core = NativeSecp256k1.class.getModule();
        core.addReads(NativeSecp256k1.class.getClassLoader().getUnnamedModule());
    }

    private final Secp256k1 library;
    private final byte[] privateKey;
    private final byte[] publicKey;

    NativeSecp256k1(byte[] privateKey) {
        this.library = Secp256k1.get();
        this.privateKey = privateKey;
        this.publicKey = library.pubkeyCreate(privateKey);
    }

    @Override
    public byte[] apply(byte[] digest) {
        byte[] signature = library.sign(digest, privateKey);
        byte[] result = Arrays.copyOf(signature, 65);
        // The binding does not return the recovery id. Ids 2 and 3 need an R.x above the curve's order: odds of 2^-128.
        result[64] = (byte) (Arrays.equals(library.ecdsaRecover(signature, digest, 0), publicKey) ? 0 : 1);
        return result;
    }
}
