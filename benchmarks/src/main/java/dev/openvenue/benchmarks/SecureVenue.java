package dev.openvenue.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.openvenue.fixtures.NoDelayServerSocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The responses of {@link LocalVenue} over TLS and HTTP/2. */
final class SecureVenue implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();

    /** @param certificate where to write the certificate that clients must trust */
    SecureVenue(Path certificate) throws IOException {
        HeldCertificate held = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        Files.writeString(certificate, held.certificatePem());
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .build()
                .sslSocketFactory());
        server.setServerSocketFactory(new NoDelayServerSocketFactory());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .addHeader("Content-Type", "application/json")
                        .body(new String(LocalVenue.response(request.getUrl().encodedPath()), UTF_8))
                        .build();
            }
        });
        server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        Thread forgetting = new Thread(this::forget, "forgetting");
        forgetting.setDaemon(true);
        forgetting.start();
    }

    /** The server keeps every request until somebody asks for it. */
    private void forget() {
        try {
            while (true) {
                server.takeRequest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "https://127.0.0.1:" + server.getPort();
    }

    /** Stock OkHttp that trusts such a server. */
    static OkHttpClient client(Path certificate) {
        HandshakeCertificates trusted;
        try {
            trusted = new HandshakeCertificates.Builder()
                    .addTrustedCertificate(Certificates.decodeCertificatePem(Files.readString(certificate)))
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException("The certificate of the local venue cannot be read", e);
        }
        return new OkHttpClient.Builder()
                .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
