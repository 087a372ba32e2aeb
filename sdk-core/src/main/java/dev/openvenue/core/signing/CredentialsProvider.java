package dev.openvenue.core.signing;

/**
 * Supplies the credentials of a client, so that a key can be rotated while the client is in use. It is asked once when
 * the client is built, and then for every signature: it should remember what it fetched, and may block as long as a
 * call may take. All keys must belong to one account, and rate limits are counted for that account.
 */
@FunctionalInterface
public interface CredentialsProvider {
    /**
     * The credentials to sign with now.
     *
     * @throws RuntimeException if there are none; then the call is not sent, and its failure has this cause
     */
    Credentials current();
}
