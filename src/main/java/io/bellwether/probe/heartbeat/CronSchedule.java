package io.bellwether.probe.heartbeat;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A heartbeat that is due by the calendar. A local time that is left out when the clocks go forward is not due, one that comes
 * twice when they go back is due once, as cron(8) treats jobs of a fixed hour.
 */
final class CronSchedule implements Schedule {

    /** A job whose clock is a little fast has come for the time that is about to be. */
    private static final Duration EARLY = Duration.ofSeconds(5);

    private static final int UNIX_FIELDS = 5;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final CronParser UNIX = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    private static final CronParser QUARTZ =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

    private final ExecutionTime times;
    private final ZoneId zone;

    /**
     * @param expression five fields as crontab(5) has them, or six or seven as Quartz has them
     * @throws IllegalArgumentException when it is neither
     */
    CronSchedule(String expression, ZoneId zone) {
        this.times = ExecutionTime.forCron(parse(expression.strip()));
        this.zone = zone;
    }

    @Override
    public Optional<Instant> next(Instant after) {
        ZonedDateTime next = next(after.plus(EARLY).atZone(zone));
        if (next != null && !next.equals(next.withEarlierOffsetAtOverlap())) {
            next = next(lastSecondOfOverlap(next));
        }
        return Optional.ofNullable(next).map(ZonedDateTime::toInstant);
    }

    private @Nullable ZonedDateTime next(ZonedDateTime after) {
        return times.nextExecution(after).orElse(null);
    }

    private static ZonedDateTime lastSecondOfOverlap(ZonedDateTime inOverlap) {
        ZoneOffsetTransition back = inOverlap.getZone().getRules().getTransition(inOverlap.toLocalDateTime());
        return inOverlap.with(back.getDateTimeBefore().minusSeconds(1)).withLaterOffsetAtOverlap();
    }

    private static Cron parse(String expression) {
        boolean unix = BLANKS.splitAsStream(expression).count() == UNIX_FIELDS;
        return (unix ? UNIX : QUARTZ).parse(expression).validate();
    }
}
