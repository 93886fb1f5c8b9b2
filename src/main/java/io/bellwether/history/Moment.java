package io.bellwether.history;

import io.bellwether.core.Outcome;
import io.bellwether.core.slo.Run;
import java.time.Duration;
import java.time.Instant;

/**
 * What summaries need of an observation.
 *
 * @param codes none where our own node stood still meanwhile
 * @param reason of a DOWN observation; empty for others
 */
record Moment(int series, Instant at, Duration every, Outcome outcome, TimingCodes codes, String reason) {

    Instant end() {
        return at.plus(every);
    }

    Run.State state() {
        return switch (outcome) {
            case UP, DEGRADED -> Run.State.GOOD;
            case DOWN -> Run.State.DOWN;
            case UNKNOWN -> Run.State.UNKNOWN;
        };
    }
}
