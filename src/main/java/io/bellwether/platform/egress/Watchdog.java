package io.bellwether.platform.egress;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes sockets whose time is over. A read timeout alone does not do: it starts anew with each byte, and a peer that drips
 * one a second never runs into it.
 */
final class Watchdog {

    private static final ScheduledThreadPoolExecutor TIMER = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("wire-watchdog").daemon().factory());

    static {
        TIMER.setRemoveOnCancelPolicy(true);
    }

    private Watchdog() {}

    /** Cancel what is returned when the socket is done with. */
    static Future<?> closeAt(Deadline deadline, Socket socket) {
        return in(deadline.remaining(), () -> close(socket));
    }

    /** Does something quick after this time, unless what is returned is cancelled before. */
    static Future<?> in(Duration time, Runnable task) {
        return TIMER.schedule(task, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    static void close(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }
}
