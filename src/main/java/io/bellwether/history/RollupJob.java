package io.bellwether.history;

import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Summarises what is over: five minutes and hours from observations, days from hours. */
@Singleton
public class RollupJob {

    /** By then nearly all results of a time are in; those that are not make it late. */
    private static final Duration GRACE = Duration.ofSeconds(45);

    private static final int BATCH = 1_000;

    private final Jdbi jdbi;
    private final Clock clock;

    RollupJob(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Summarises until nothing is left to do. */
    @Scheduled(identity = "history-rollup", every = "20s", delayed = "20s")
    @Nonconcurrent
    public void catchUp() {
        Instant now = clock.instant().minus(GRACE);
        for (Level level : Level.values()) {
            if (jdbi.withHandle(handle -> Slots.anyToClose(handle, level, now))) {
                jdbi.useTransaction(handle -> Slots.close(handle, level, now));
            }
            while (jdbi.inTransaction(handle -> summarise(handle, level))) {
                // Each part is a transaction of its own, so that a backlog is worked off in small steps.
            }
        }
    }

    /** False when there is nothing to do. */
    private static boolean summarise(Handle handle, Level level) {
        List<Instant> slots = Slots.take(handle, level);
        if (slots.isEmpty()) {
            return false;
        }
        List<Rollup> batch = new ArrayList<>();
        for (Instant at : slots) {
            summarise(handle, level, at, rollup -> {
                batch.add(rollup);
                if (batch.size() == BATCH) {
                    RollupStore.put(handle, level, batch);
                    batch.clear();
                }
            });
        }
        if (!batch.isEmpty()) {
            RollupStore.put(handle, level, batch);
        }
        return true;
    }

    private static void summarise(Handle handle, Level level, Instant at, Consumer<Rollup> consumer) {
        Instant end = at.plus(level.length());
        if (level == Level.DAY) {
            Joiner joiner = new Joiner(at, consumer);
            RollupStore.each(handle, Level.HOUR, at, end, joiner::add);
            joiner.finish();
        } else {
            Roller roller = new Roller(level, consumer);
            RawMoments.each(handle, at, end, roller::add);
            roller.finish();
        }
    }
}
