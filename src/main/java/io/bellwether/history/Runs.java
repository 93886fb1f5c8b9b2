package io.bellwether.history;

import io.bellwether.core.slo.Run;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Folds observations into runs, joins runs across the edges of slots, and stores them in few bytes. */
final class Runs {

    private Runs() {}

    /** @param moments of one series, in order of time */
    static List<Run> of(List<Moment> moments) {
        List<Run> runs = new ArrayList<>();
        for (Moment moment : moments) {
            append(runs, new Run(moment.state(), moment.at(), moment.end(), moment.every(), moment.reason()));
        }
        return runs;
    }

    /** @param parts runs of one series, each part later than the one before */
    static List<Run> join(Collection<List<Run>> parts) {
        List<Run> runs = new ArrayList<>();
        parts.forEach(part -> part.forEach(run -> append(runs, run)));
        return runs;
    }

    private static void append(List<Run> runs, Run next) {
        if (!runs.isEmpty()) {
            Run last = runs.getLast();
            if (last.state() == next.state() && !last.end().isBefore(next.first())) {
                Instant end = last.end().isAfter(next.end()) ? last.end() : next.end();
                runs.set(runs.size() - 1, new Run(last.state(), last.first(), end, next.every(), last.reason()));
                return;
            }
        }
        runs.add(next);
    }

    /** @param origin the slot's begin, at or before the first run */
    static byte[] bytes(List<Run> runs, Instant origin) {
        Packed packed = new Packed();
        for (Run run : runs) {
            packed.number(code(run.state()));
            packed.number(Duration.between(origin, run.first()).toMillis());
            packed.number(Duration.between(run.first(), run.end()).toMillis());
            packed.number(run.every().toMillis());
            packed.bytes(run.reason().getBytes(StandardCharsets.UTF_8));
        }
        return packed.toBytes();
    }

    static List<Run> from(byte[] bytes, Instant origin) {
        Unpacked unpacked = new Unpacked(bytes);
        List<Run> runs = new ArrayList<>();
        while (unpacked.hasMore()) {
            Run.State state = state(unpacked.number());
            Instant first = origin.plusMillis(unpacked.number());
            Instant end = first.plusMillis(unpacked.number());
            Duration every = Duration.ofMillis(unpacked.number());
            runs.add(new Run(state, first, end, every, new String(unpacked.bytes(), StandardCharsets.UTF_8)));
        }
        return runs;
    }

    private static int code(Run.State state) {
        return switch (state) {
            case GOOD -> 0;
            case DOWN -> 1;
            case UNKNOWN -> 2;
        };
    }

    private static Run.State state(long code) {
        return switch ((int) code) {
            case 0 -> Run.State.GOOD;
            case 1 -> Run.State.DOWN;
            case 2 -> Run.State.UNKNOWN;
            default -> throw new IllegalArgumentException("no state: " + code);
        };
    }
}
