package io.bellwether.core.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time drawn as text, one character for each interval, so that a case can be checked by counting. */
record Strip(Instant start, Duration every) {

    /** What a probe saw: G good, D down, U unknown, a dot when nobody looked. */
    List<Run> runs(String drawn) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= drawn.length(); to++) {
            if (to < drawn.length() && drawn.charAt(to) == drawn.charAt(from)) {
                continue;
            }
            if (drawn.charAt(from) != '.') {
                runs.add(new Run(state(drawn.charAt(from)), at(from), at(to), every, "because"));
            }
            from = to;
        }
        return runs;
    }

    /** What is excluded: x excluded, a dot not. */
    List<Span> excluded(String drawn) {
        List<Span> spans = new ArrayList<>();
        for (int from = drawn.indexOf('x'); from >= 0; from = drawn.indexOf('x', from + 1)) {
            spans.add(new Span(at(from), at(from + 1)));
        }
        return spans;
    }

    Instant at(int interval) {
        return start.plus(every.multipliedBy(interval));
    }

    private static Run.State state(char drawn) {
        return switch (drawn) {
            case 'G' -> Run.State.GOOD;
            case 'D' -> Run.State.DOWN;
            case 'U' -> Run.State.UNKNOWN;
            default -> throw new IllegalArgumentException("No state is drawn as " + drawn);
        };
    }
}
