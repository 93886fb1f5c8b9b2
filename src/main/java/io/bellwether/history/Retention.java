package io.bellwether.history;

import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Deletes what is over its time and lies in no partition, and keeps yesterday's index dense. */
@Singleton
class Retention {

    private final Jdbi jdbi;
    private final Clock clock;
    private final HistorySettings settings;

    Retention(Jdbi jdbi, Clock clock, HistorySettings settings) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(identity = "history-retention", cron = "0 47 2 * * ?")
    @Nonconcurrent
    void run() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        LocalDate oldestObservation = today.minus(settings.retention());
        Instant oldestHour = begin(today.minus(settings.hours()));
        jdbi.useTransaction(handle -> {
            EvidenceStore.deleteBefore(handle, oldestObservation.minusDays(1));
            handle.execute("DELETE FROM rollup_hour WHERE at < ?", oldestHour);
            Slots.deleteBefore(handle, Level.FIVE_MINUTES, begin(oldestObservation));
            Slots.deleteBefore(handle, Level.HOUR, oldestHour);
        });
        compact(today.minusDays(1));
    }

    /** Probes take turns in writing, which leaves an index half empty; those of a day that is over are rebuilt once. */
    private void compact(LocalDate day) {
        String suffix = "_" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "_pkey";
        jdbi.useHandle(handle -> {
            for (String table : Partitions.TABLES) {
                compact(handle, table + suffix);
            }
        });
    }

    private static void compact(Handle handle, String index) {
        if (handle.createQuery("SELECT to_regclass(:index) IS NOT NULL")
                .bind("index", index)
                .mapTo(boolean.class)
                .one()) {
            handle.execute("REINDEX INDEX CONCURRENTLY " + index);
        }
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
