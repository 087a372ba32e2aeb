package dev.openvenue.simulator;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/** A body that keeps the client waiting: spaces one by one, which JSON ignores, and then the document. */
final class TrickledBody implements MockResponseBody {
    private final SimulatedResponse.Trickle trickle;
    private final byte[] document;
    private final CountDownLatch closed;

    TrickledBody(SimulatedResponse.Trickle trickle, String document, CountDownLatch closed) {
        this.trickle = trickle;
        this.document = document.getBytes(StandardCharsets.UTF_8);
        this.closed = closed;
    }

    @Override
    public long getContentLength() {
        return trickle.blanks() + document.length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        for (long blank = 0; blank < trickle.blanks(); blank++) {
            sink.writeByte(' ').flush();
            pause();
        }
        sink.write(document).flush();
    }

    private void pause() throws IOException {
        try {
            if (closed.await(trickle.interval().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("The simulator was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The simulator was closed");
        }
    }
}
