package io.bellwether.bench;

import java.io.IOException;

/** A system that watches targets. */
interface Monitoring extends AutoCloseable {

    /** Every process that does part of the work. */
    Processes processes();

    @Override
    void close() throws IOException, InterruptedException;
}
