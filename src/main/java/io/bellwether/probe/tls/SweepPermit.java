package io.bellwether.probe.tls;

import io.bellwether.platform.egress.Deadline;
import java.time.Instant;

/** Keeps sweeps polite: how often a server is swept, and how fast. */
public interface SweepPermit {

    /**
     * Whether a server may be swept now. Who is told so is the only one who is, on all nodes, for about a day.
     *
     * @param target {@code host:port}
     */
    boolean maySweep(String target, Instant now);

    /** Waits before the next connection to the same server, at most until the deadline. */
    void pause(Deadline deadline) throws InterruptedException;
}
