package io.bellwether.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** The time in which something was broken. */
record FaultsWindow(Instant from, Instant to) {

    /** What breaks something and mends it. */
    @FunctionalInterface
    interface Fault {
        void happen() throws IOException, InterruptedException;
    }

    static FaultsWindow around(Fault fault) throws IOException, InterruptedException {
        Instant from = Instant.now();
        fault.happen();
        return new FaultsWindow(from, Instant.now());
    }

    /** The same, begun earlier. */
    FaultsWindow earlier(Duration by) {
        return new FaultsWindow(from.minus(by), to);
    }

    /** The same, ended earlier. */
    FaultsWindow shortened(Duration by) {
        return new FaultsWindow(from, to.minus(by));
    }

    boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
