package io.bellwether.history;

import java.time.Duration;
import java.time.Instant;

/** How finely history is summarised. Slots are aligned to multiples of their length since 1970, in UTC. */
enum Level {
    FIVE_MINUTES("rollup_5m", Duration.ofMinutes(5), 12),
    HOUR("rollup_hour", Duration.ofHours(1), 6),
    DAY("rollup_day", Duration.ofDays(1), 1);

    private final String table;
    private final Duration length;
    private final int atOnce;

    Level(String table, Duration length, int atOnce) {
        this.table = table;
        this.length = length;
        this.atOnce = atOnce;
    }

    String table() {
        return table;
    }

    Duration length() {
        return length;
    }

    /** How many slots are worked on in one transaction when there is a backlog. */
    int atOnce() {
        return atOnce;
    }

    /** Whether availability can be accounted from it. */
    boolean hasRuns() {
        return this != FIVE_MINUTES;
    }

    /** The begin of the slot that holds a time. */
    Instant floor(Instant time) {
        long seconds = length.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    /** The first slot that begins at or after a time. */
    Instant ceiling(Instant time) {
        Instant floor = floor(time);
        return floor.equals(time) ? floor : floor.plus(length);
    }
}
