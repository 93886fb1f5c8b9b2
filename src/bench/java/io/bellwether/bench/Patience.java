package io.bellwether.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what takes its time to come true. */
final class Patience {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration OFTEN = Duration.ofMillis(100);

    private Patience() {}

    /** @throws IllegalStateException when it does not come true for long */
    static void until(String what, Callable<Boolean> condition) throws InterruptedException {
        until(what, OFTEN, condition);
    }

    /** As {@link #until(String, Callable)}, asked so often. */
    static void until(String what, Duration every, Callable<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            if (holds(condition)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(every.toMillis());
        }
        throw new IllegalStateException("Waited in vain: " + what);
    }

    private static boolean holds(Callable<Boolean> condition) throws InterruptedException {
        try {
            return condition.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (IOException e) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
