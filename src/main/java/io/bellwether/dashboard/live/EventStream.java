package io.bellwether.dashboard.live;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What one client still has to be sent. It takes its own time on its own virtual thread; when it falls too far behind it
 * is dropped, so that it can slow down nobody else.
 */
final class EventStream implements Runnable {

    static final int BUFFER = 256;
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A client comes back by itself, and is then asked for its token again. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final long RECONNECT_MILLIS = 3_000;

    private final BlockingQueue<OutboundSseEvent> waiting = new ArrayBlockingQueue<>(BUFFER);
    private final SseEventSink sink;
    private final Sse sse;

    EventStream(SseEventSink sink, Sse sse) {
        this.sink = sink;
        this.sse = sse;
    }

    /** Queues an event; a client that has no room for it is dropped. */
    void offer(String name, String json) {
        if (!waiting.offer(sse.newEventBuilder().name(name).data(json).build())) {
            close();
        }
    }

    void close() {
        sink.close();
    }

    /**
     * Sends the first words. The request itself has to do that: until the head of the answer is out, no other thread may
     * use the sink.
     *
     * @return whether the client is there
     */
    boolean welcome() {
        return sent(sse.newEventBuilder()
                .reconnectDelay(RECONNECT_MILLIS)
                .comment("welcome")
                .build());
    }

    /** Sends until the client goes, falls behind, or has been there for long. */
    @Override
    public void run() {
        long end = System.nanoTime() + LONGEST.toNanos();
        try (sink) {
            while (!sink.isClosed() && System.nanoTime() - end < 0) {
                if (!sent(next())) {
                    return;
                }
            }
        }
    }

    private OutboundSseEvent next() {
        try {
            OutboundSseEvent event = waiting.poll(KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS);
            if (event != null) {
                return event;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sse.newEventBuilder().comment("keep-alive").build();
    }

    private boolean sent(OutboundSseEvent event) {
        try {
            sink.send(event).toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            // The client has gone or does not read; there is nobody to tell.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
