package io.bellwether.probe.heartbeat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.Probe;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.ZoneId;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Looks whether a job has called us as it should. */
@Singleton
final class HeartbeatProbe implements Probe<HeartbeatProbe.Settings> {

    private static final Logger LOG = Logger.getLogger(HeartbeatProbe.class);

    /**
     * @param key what the job calls: {@code /api/v1/heartbeats/{key}}; made when absent, so give it again with a change
     * @param every how long after one heartbeat the next is due; the probe's interval when absent
     * @param cron when heartbeats are due, instead of {@code every}
     * @param zone the time zone of {@code cron}; UTC when absent
     * @param grace how late a heartbeat may be
     * @param maxRuntime how long after its start a job must have ended; for ever when absent
     */
    @Obeys(OneExpectation.class)
    record Settings(
            @Pattern(
                    regexp = Key.PATTERN,
                    message = "must be 22 to 128 letters, digits, - and _; leave it out to get one")
            String key,

            @Obeys(Span.class) @Nullable Duration every,

            @Size(max = 200) @Obeys(CronExpression.class) @Nullable String cron,

            @Obeys(RegionName.class) @Nullable String zone,
            @NotNull @Obeys(Span.class) Duration grace,
            @Obeys(Span.class) @Nullable Duration maxRuntime) {

        Settings {
            key = key == null ? Key.random() : key;
        }

        Schedule schedule(Duration interval) {
            return cron == null
                    ? Schedule.every(every == null ? interval : every)
                    : new CronSchedule(cron, ZoneId.of(zone == null ? "UTC" : zone));
        }
    }

    private final PingTable pings;

    HeartbeatProbe(PingTable pings) {
        this.pings = pings;
    }

    @Override
    public String kind() {
        return "heartbeat";
    }

    @Override
    public String description() {
        return "Waits for the calls of a job and misses them when they are late or tell of a failure.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) {
        try {
            return pings.watch(settings.key())
                    .map(watch -> judge(settings, watch))
                    .orElseGet(() -> Verdict.of(
                            Outcome.UNKNOWN, Cause.NOT_CONFIGURED, "No heartbeat with this key is in service."));
        } catch (JdbiException e) {
            LOG.warnf(e, "The heartbeats could not be read.");
            return Verdict.of(Outcome.UNKNOWN, Cause.INTERNAL, "Our own failure: the heartbeats could not be read.");
        }
    }

    static Verdict judge(Settings settings, Watch watch) {
        return new Judgement(settings, watch).verdict();
    }
}
