package io.bellwether.history;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How attempts are kept beside an observation. */
final class Evidence {

    private Evidence() {}

    /** An attempt as stored: its findings live on as facts. */
    record Kept(
            Instant startedAt,
            Outcome outcome,
            Cause cause,
            String reason,
            double duration,
            Phases phases,
            Map<String, Object> detail) {

        static Kept of(Attempt attempt) {
            return new Kept(
                    attempt.startedAt(),
                    attempt.outcome(),
                    attempt.cause(),
                    attempt.reason(),
                    attempt.duration(),
                    attempt.phases(),
                    attempt.detail());
        }

        Attempt attempt() {
            return new Attempt(startedAt, outcome, cause, reason, duration, phases, detail, List.of());
        }
    }

    /** A single attempt says nothing that the observation does not say itself. */
    static List<Kept> kept(List<Attempt> attempts) {
        return attempts.size() == 1
                ? List.of()
                : attempts.stream().map(Kept::of).toList();
    }

    /** PostgreSQL keeps no NUL; a vendor may send one. */
    static String text(String text) {
        return text.replace("\u0000", "");
    }
}
