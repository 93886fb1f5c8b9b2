package io.bellwether.history;

import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps a partition of observations and of five-minute summaries for each UTC day: made a week ahead, dropped whole when
 * retention is over.
 */
@Singleton
public class Partitions {

    private static final Logger LOG = Logger.getLogger(Partitions.class);
    private static final Period AHEAD = Period.ofDays(7);
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.BASIC_ISO_DATE;
    static final List<String> TABLES = List.of("observation", Level.FIVE_MINUTES.table());
    private static final long LOCK = 0x0b5e_7a71_0000_0001L;

    private final Jdbi jdbi;
    private final Clock clock;
    private final HistorySettings settings;

    Partitions(Jdbi jdbi, Clock clock, HistorySettings settings) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.settings = settings;
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        maintain();
    }

    @Scheduled(identity = "history-partitions", cron = "0 17 * * * ?")
    @Nonconcurrent
    void maintain() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        ensure(today.minusDays(1), today.plus(AHEAD));
        dropBefore(today.minus(settings.retention()));
    }

    /** Makes the partitions of all days from {@code first} to {@code last}, both included, that are missing. */
    public void ensure(LocalDate first, LocalDate last) {
        jdbi.useTransaction(handle -> {
            lock(handle);
            for (String table : TABLES) {
                first.datesUntil(last.plusDays(1))
                        .forEach(day -> handle.execute("CREATE TABLE IF NOT EXISTS " + table + "_" + SUFFIX.format(day)
                                + " PARTITION OF " + table + " FOR VALUES FROM ('" + day + " 00:00:00+00') TO ('"
                                + day.plusDays(1) + " 00:00:00+00')"));
            }
        });
    }

    private void dropBefore(LocalDate oldest) {
        jdbi.useTransaction(handle -> {
            lock(handle);
            for (String table : TABLES) {
                for (String partition : partitions(handle, table)) {
                    if (day(partition, table).isBefore(oldest)) {
                        handle.execute("DROP TABLE " + partition);
                        LOG.infof("Dropped %s: older than the retention of %s.", partition, settings.retention());
                    }
                }
            }
        });
    }

    private static LocalDate day(String partition, String table) {
        return LocalDate.parse(partition.substring(table.length() + 1), SUFFIX);
    }

    private static List<String> partitions(Handle handle, String table) {
        return handle.createQuery("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = :table::regclass")
                .bind("table", table)
                .mapTo(String.class)
                .list();
    }

    private static void lock(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
    }
}
