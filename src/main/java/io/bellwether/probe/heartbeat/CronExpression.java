package io.bellwether.probe.heartbeat;

import io.bellwether.probe.Rule;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A cron expression that is met at some time. */
final class CronExpression implements Rule<String> {

    private static final String HOW =
            "Must be a cron expression: five fields as in crontab, as 0 3 * * 1-5, or six or seven as in Quartz";

    @Override
    public @Nullable String fault(String expression) {
        try {
            boolean met = new CronSchedule(expression, ZoneOffset.UTC)
                    .next(Instant.EPOCH)
                    .isPresent();
            return met ? null : "Must be met at some time; this date never comes.";
        } catch (IllegalArgumentException e) {
            return HOW + " (" + e.getMessage() + ").";
        }
    }
}
