package io.bellwether.monitor;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which runs happen: a few of the platform's, and virtual ones for as many more as there are. Where a virtual
 * thread waits for an answer, two others have to be woken when it comes, which costs more than all else while checks are few;
 * where checks are many there is always somebody awake.
 */
final class RunThreads {

    private static final int FEW = 16;

    private final ExecutorService many = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService few = new ThreadPoolExecutor(
            0,
            FEW,
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("run-", 0).daemon().factory(),
            (run, _) -> many.execute(run));

    /** Begins at once, however many there are. */
    void execute(Runnable run) {
        few.execute(run);
    }

    /** Gives what has begun a little time to end, and interrupts what has not by then. */
    void stop(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        few.shutdown();
        many.shutdown();
        boolean over = few.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)
                && many.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (!over) {
            few.shutdownNow();
            many.shutdownNow();
        }
    }
}
