package io.bellwether.probe.courtesy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Hosts that have asked to be left alone, by all nodes. Not to be asked inside a transaction. */
public interface Closings {

    /** Until when a host is to be left alone; null when it is not. */
    @Nullable Instant until(String host);

    /** To all nodes, for that long from now on, unless it is closed for longer. */
    void close(String host, Duration time);
}
