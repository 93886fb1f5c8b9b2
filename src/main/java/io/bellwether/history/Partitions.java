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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps a partition of the observation table for each UTC day: made a week ahead, dropped whole when retention is over. */
@Singleton
public class Partitions {

    private static final Logger LOG = Logger.getLogger(Partitions.class);
    private static final Period AHEAD = Period.ofDays(7);
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String PREFIX = "observation_";
    private static final long LOCK = 0x0b5e_7a71_0000_0001L;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Period retention;

    /**
     * @param retention how long observations are kept, {@code bellwether.history.retention}
     */
    Partitions(
            Jdbi jdbi,
            Clock clock,
            @ConfigProperty(name = "bellwether.history.retention", defaultValue = "P100D") Period retention) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.retention = retention;
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        maintain();
    }

    @Scheduled(identity = "history-partitions", cron = "0 17 * * * ?")
    @Nonconcurrent
    void maintain() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        ensure(today.minusDays(1), today.plus(AHEAD));
        dropBefore(today.minus(retention));
    }

    /** Makes the partitions of all days from {@code first} to {@code last}, both included, that are missing. */
    public void ensure(LocalDate first, LocalDate last) {
        jdbi.useTransaction(handle -> {
            lock(handle);
            first.datesUntil(last.plusDays(1))
                    .forEach(day -> handle.execute("CREATE TABLE IF NOT EXISTS " + PREFIX
                            + SUFFIX.format(day) + " PARTITION OF observation FOR VALUES FROM ('" + day
                            + " 00:00:00+00') TO ('" + day.plusDays(1) + " 00:00:00+00')"));
        });
    }

    private void dropBefore(LocalDate oldest) {
        jdbi.useTransaction(handle -> {
            lock(handle);
            for (String partition : partitions(handle)) {
                if (LocalDate.parse(partition.substring(PREFIX.length()), SUFFIX)
                        .isBefore(oldest)) {
                    handle.execute("DROP TABLE " + partition);
                    LOG.infof("Dropped %s: older than the retention of %s.", partition, retention);
                }
            }
        });
    }

    private static List<String> partitions(Handle handle) {
        return handle.createQuery(
                        "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'observation'::regclass")
                .mapTo(String.class)
                .list();
    }

    private static void lock(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
    }
}
