package dev.openvenue.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP side of a simulator: a MockWebServer on the loopback interface that passes every request to the pipeline.
 */
final class SimulatorServer implements AutoCloseable {
    /** The standard reason phrases; the server's own name only the class of the status. */
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(421, "Misdirected Request"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    /** More than any venue takes; what is longer is not kept in memory. */
    private static final long LONGEST_BODY = 16L * 1024 * 1024;

    private final MockWebServer server = new MockWebServer();
    private final LoopbackSockets sockets = new LoopbackSockets();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final RequestPipeline pipeline;
    private final SimulatorSetup setup;

    SimulatorServer(RequestPipeline pipeline, SimulatorSetup setup) {
        this.pipeline = pipeline;
        this.setup = setup;
        server.setProtocols(List.of(setup.protocol));
        server.setBodyLimit(LONGEST_BODY);
        server.setServerSocketFactory(sockets);
        server.setDispatcher(new ToPipeline());
        try {
            server.start(setup.address, setup.port);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot listen on " + address() + ": " + e.getMessage(), e);
        }
    }

    String baseUrl() {
        return "http://" + address() + ":" + server.getPort();
    }

    private String address() {
        String address = setup.address.getHostAddress();
        return setup.address instanceof Inet6Address ? "[" + address + "]" : address;
    }

    private SimulatedResponse serve(RecordedRequest recorded) throws InterruptedException {
        List<String> hosts = recorded.getHeaders().values("Host");
        // HTTP/2 has another header, which no browser can be made to send in the clear.
        if (setup.protocol == Protocol.HTTP_1_1 && (hosts.size() != 1 || !setup.hosts.test(hosts.get(0)))) {
            return SimulatedResponse.html(421, "This simulator is not at that host");
        }
        if (recorded.getBodySize() > LONGEST_BODY) {
            return SimulatedResponse.html(413, "The body is longer than " + LONGEST_BODY + " bytes");
        }
        return pipeline.serve(
                VenueRequest.of(recorded.getMethod(), recorded.getTarget(), recorded.getHeaders(), recorded.getBody()));
    }

    @Override
    public void close() {
        pipeline.close();
        closed.countDown();
        server.close();
    }

    private MockResponse wire(SimulatedResponse response) {
        MockResponse.Builder wire = new MockResponse.Builder();
        if (response.delivery() == SimulatedResponse.Delivery.NOTHING) {
            return wire.onResponseStart(new SocketEffect.CloseSocket()).build();
        }
        wire.status("HTTP/1.1 " + response.status() + " " + REASONS.getOrDefault(response.status(), "Unassigned"));
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            wire.setHeader(header.getKey(), header.getValue());
        }
        wire.body(response.body());
        if (response.trickle() != null) {
            wire.body(new TrickledBody(response.trickle(), response.body(), closed));
        }
        if (response.delivery() == SimulatedResponse.Delivery.HALF) {
            wire.onResponseBody(new SocketEffect.CloseSocket());
        }
        return wire.build();
    }

    private final class ToPipeline extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
            // The server queues every request for tests to take; nobody does, and the queue would grow for ever.
            @Nullable RecordedRequest unused = server.takeRequest(0, TimeUnit.NANOSECONDS);
            boolean bodyWasRejected = sockets.endOfRequest();
            SimulatedResponse response;
            try {
                response = serve(recorded);
            } catch (InterruptedException e) {
                // Only close() ends a pause, and then nobody waits for a response.
                response = SimulatedResponse.NONE;
            } catch (RuntimeException | Error e) {
                // MockWebServer would leave the client waiting, and a failure of the simulator, or of an assertion in
                // an action of the test, must be visible.
                response = SimulatedResponse.html(500, "The simulator failed: " + e);
            }
            if (response.delivery() == SimulatedResponse.Delivery.LAST) {
                sockets.stall(recorded.getConnectionIndex());
            }
            MockResponse wire = wire(response);
            return bodyWasRejected
                    ? wire.newBuilder()
                            .onResponseEnd(new SocketEffect.CloseSocket())
                            .build()
                    : wire;
        }

        @Override
        public MockResponse peek() {
            MockResponse.Builder early = new MockResponse.Builder();
            return (sockets.getWithBody() ? early.doNotReadRequestBody() : early).build();
        }
    }
}
