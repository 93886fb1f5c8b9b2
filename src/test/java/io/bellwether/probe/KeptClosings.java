package io.bellwether.probe;

import io.bellwether.probe.courtesy.Closings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Closings in memory, by a clock that is put forward by hand. */
public final class KeptClosings implements Closings {

    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private Instant now = Instant.EPOCH;

    public void clock(Instant time) {
        now = time;
    }

    @Override
    public Instant until(String host) {
        return until.get(host);
    }

    @Override
    public void close(String host, Duration time) {
        until.merge(host, now.plus(time), (one, other) -> one.isAfter(other) ? one : other);
    }
}
