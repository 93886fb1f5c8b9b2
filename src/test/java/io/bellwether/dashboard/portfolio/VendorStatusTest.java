package io.bellwether.dashboard.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorStatusTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:32:00Z");

    @ParameterizedTest
    @CsvSource({
        "UP,       UP,       UP",
        "UP,       UNKNOWN,  UP",
        "UP,       DEGRADED, DEGRADED",
        "UP,       DOWN,     DOWN",
        "DEGRADED, DOWN,     DOWN",
        "UNKNOWN,  UNKNOWN,  UNKNOWN",
        "UNKNOWN,  DOWN,     DOWN"
    })
    void isTheWorstThatItsHttpProbesSay(Outcome one, Outcome other, Outcome expected) {
        assertThat(status(state("http", one), state("http", other)).outcome()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "UP,      DOWN,     DEGRADED",
        "UP,      DEGRADED, DEGRADED",
        "UP,      UNKNOWN,  UP",
        "DOWN,    DOWN,     DOWN",
        "UNKNOWN, UP,       UNKNOWN",
        "UNKNOWN, DOWN,     DEGRADED"
    })
    void isDegradedByABadCertificate(Outcome http, Outcome tls, Outcome expected) {
        assertThat(status(state("http", http), state("tls", tls)).outcome()).isEqualTo(expected);
    }

    @Test
    void ignoresOtherKinds() {
        assertThat(status(state("http", Outcome.UP), state("statuspage", Outcome.DOWN))
                        .outcome())
                .isEqualTo(Outcome.UP);
        assertThat(status(state("statuspage", Outcome.DOWN)).checkedAt()).isNull();
    }

    @Test
    void isUnknownWithoutAnyState() {
        assertThat(status()).isEqualTo(new VendorStatus(Outcome.UNKNOWN, null, null));
    }

    @Test
    void isUnknownWhenTheLastObservationIsLongAgoButSaysWhenItWas() {
        Instant longAgo = NOW.minus(Duration.ofMinutes(6));
        ProbeState stale = new ProbeState("http", true, Outcome.UP, longAgo, longAgo, Duration.ofMinutes(1));

        assertThat(status(stale)).isEqualTo(new VendorStatus(Outcome.UNKNOWN, null, longAgo));
    }

    @Test
    void toleratesAFewMissedRuns() {
        Instant missed = NOW.minus(Duration.ofMinutes(4));
        ProbeState late = new ProbeState("http", true, Outcome.UP, missed, missed, Duration.ofMinutes(1));

        assertThat(status(late).outcome()).isEqualTo(Outcome.UP);
    }

    @Test
    void isDownSinceTheFirstProbeWas() {
        VendorStatus status = status(since("http", Outcome.DOWN, 5), since("http", Outcome.DOWN, 9));

        assertThat(status.since()).isEqualTo(NOW.minus(Duration.ofMinutes(9)));
    }

    @Test
    void isUpSinceTheLastProbeWas() {
        VendorStatus status = status(since("http", Outcome.UP, 5), since("http", Outcome.UP, 9));

        assertThat(status.since()).isEqualTo(NOW.minus(Duration.ofMinutes(5)));
    }

    private static VendorStatus status(ProbeState... states) {
        return VendorStatus.of(List.of(states), NOW);
    }

    private static ProbeState state(String kind, Outcome outcome) {
        return since(kind, outcome, 30);
    }

    private static ProbeState since(String kind, Outcome outcome, int minutes) {
        return new ProbeState(
                kind,
                kind.equals("http"),
                outcome,
                NOW.minus(Duration.ofMinutes(minutes)),
                NOW.minusSeconds(20),
                Duration.ofMinutes(1));
    }
}
