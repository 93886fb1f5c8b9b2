package io.bellwether.platform.egress;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Connections between two exchanges: one for each way at most, for a while, and so many in all. */
final class IdleLines {

    /** Where a connection leads and how it was made. */
    record Way(boolean secure, HostName host, int port, Route route) {}

    private record Idle(Http1Line line, Future<?> end) {}

    /** Each holds a file and, encrypted, some 50 KiB. */
    private static final int MOST = 1_000;

    /** Longer than most servers keep theirs. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Map<Way, Idle> idle = new HashMap<>();
    private final int most;
    private final Duration patience;
    private boolean closed;

    IdleLines() {
        this(MOST, PATIENCE);
    }

    IdleLines(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /** The connection is then the caller's, until it is given back; null when there is none. */
    synchronized @Nullable Http1Line take(Way way) {
        Idle found = idle.remove(way);
        if (found == null) {
            return null;
        }
        found.end().cancel(false);
        return found.line();
    }

    /** Keeps the connection if there is room and it can be used again; closes it otherwise. */
    void give(Way way, Http1Line line) {
        if (!line.rest() || !keep(way, line)) {
            line.close();
        }
    }

    synchronized int size() {
        return idle.size();
    }

    /** Closes them all, and from now on every one that is given. */
    void close() {
        List<Idle> rest;
        synchronized (this) {
            closed = true;
            rest = List.copyOf(idle.values());
            idle.clear();
        }
        for (Idle each : rest) {
            each.end().cancel(false);
            each.line().close();
        }
    }

    private synchronized boolean keep(Way way, Http1Line line) {
        if (closed || idle.size() >= most || idle.containsKey(way)) {
            return false;
        }
        idle.put(way, new Idle(line, Watchdog.in(patience, () -> end(way, line))));
        return true;
    }

    private void end(Way way, Http1Line line) {
        synchronized (this) {
            Idle found = idle.get(way);
            if (found == null || found.line() != line) {
                return;
            }
            idle.remove(way);
        }
        line.close();
    }
}
