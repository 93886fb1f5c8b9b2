package io.bellwether.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Watches somebody watching. */
final class Meter {

    private static final int MEMORY_EVERY_SECONDS = 2;

    private Meter() {}

    static Cost measure(Monitoring monitoring, Target target, Load load, Duration time)
            throws IOException, InterruptedException {
        Processes processes = monitoring.processes();
        long begin = System.nanoTime();
        long requests = target.requests();
        double cpu = processes.cpuSeconds();
        double memory = processes.memory();
        long end = begin + time.toNanos();
        while (System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.sleep(
                    Math.min(TimeUnit.SECONDS.toNanos(MEMORY_EVERY_SECONDS), end - System.nanoTime()));
            memory = Math.max(memory, processes.memory());
        }
        double cpuSeconds = processes.cpuSeconds() - cpu;
        long checks = target.requests() - requests;
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Cost(checks, load.perSecond() * seconds, cpuSeconds, memory, seconds);
    }
}
