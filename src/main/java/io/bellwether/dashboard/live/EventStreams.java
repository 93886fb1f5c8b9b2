package io.bellwether.dashboard.live;

import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The clients of this node that listen. */
@ApplicationScoped
class EventStreams {

    private static final int MOST = 500;

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final Thread closing = new Thread(this::closeAll, "event-streams-closing");
    private final Json json;

    EventStreams(Json json) {
        this.json = json;
    }

    /** A graceful stop waits for open requests before it tells any bean; streams never end by themselves. */
    @PostConstruct
    void start() {
        Runtime.getRuntime().addShutdownHook(closing);
    }

    @PreDestroy
    void stop() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(closing);
        } catch (IllegalStateException e) {
            // The process is already ending and the hook has run.
        }
    }

    /** @throws Problem 503 when too many listen already */
    void add(SseEventSink sink, Sse sse) {
        if (open.size() >= MOST) {
            throw Problem.of(503, "Too many listeners", "This node serves " + MOST + " event streams already.");
        }
        EventStream stream = new EventStream(sink, sse);
        if (!stream.welcome()) {
            stream.close();
            return;
        }
        open.add(stream);
        Thread.ofVirtual().name("event-stream").start(() -> {
            try {
                stream.run();
            } finally {
                open.remove(stream);
            }
        });
    }

    boolean nobodyListens() {
        return open.isEmpty();
    }

    void send(String name, Record event) {
        String text = json.write(event);
        open.forEach(stream -> stream.offer(name, text));
    }

    private void closeAll() {
        open.forEach(EventStream::close);
    }
}
