package io.bellwether.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.Placement;
import io.bellwether.history.Observation;
import io.bellwether.vendor.ConfiguredProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Instant DUE = Instant.parse("2026-11-22T10:00:00Z");
    private static final ConfiguredProbe PROBE = new ConfiguredProbe(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "http",
            "home",
            Duration.ofMinutes(1),
            Duration.ofSeconds(10),
            Confirmation.DEFAULT,
            new Placement(List.of("fra", "nyc", "syd"), null),
            Map.of(),
            DUE,
            DUE,
            null,
            0);

    private final Map<String, Observation> seen = new HashMap<>();

    @Test
    void saysWhereItIsUp() {
        seen("fra", Outcome.UP, 30);
        seen("nyc", Outcome.UP, 90);
        seen("syd", Outcome.UP, 200);

        assertThat(verdict().reason()).isEqualTo("UP at fra, nyc and syd.");
        assertThat(verdict().cause()).isEqualTo(Cause.OK);
    }

    @Test
    void saysWhereItIsDownAndWhy() {
        seen("fra", Outcome.UP, 30);
        seen("nyc", Outcome.DOWN, 90);
        seen("syd", Outcome.DOWN, 200);

        assertThat(verdict().reason()).isEqualTo("DOWN at nyc and syd, UP at fra: nyc says DOWN.");
        assertThat(verdict().cause()).isEqualTo(Cause.UNEXPECTED_STATUS);
    }

    @Test
    void oneLocationAloneBlamesNobodyAndIsNotHidden() {
        seen("fra", Outcome.UP, 30);
        seen("nyc", Outcome.UP, 90);
        seen("syd", Outcome.DOWN, 200);

        assertThat(verdict().outcome()).isEqualTo(Outcome.UP);
        assertThat(verdict().reason()).isEqualTo("UP at fra and nyc, DOWN at syd.");
    }

    @Test
    void tooFewAnswersAreUnknown() {
        seen("fra", Outcome.DOWN, 30);

        assertThat(verdict().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict().cause()).isEqualTo(Cause.QUORUM);
        assertThat(verdict().reason())
                .isEqualTo("DOWN at fra, no answer from nyc and syd: too few locations could tell.");
    }

    @Test
    void whyALocationCouldNotTellIsToldWithIt() {
        seen("fra", Outcome.UNKNOWN, 30);
        seen("nyc", Outcome.UNKNOWN, 30);

        assertThat(verdict().reason()).isEqualTo("UNKNOWN at fra and nyc, no answer from syd: fra says UNKNOWN.");
    }

    @Test
    void theDetailNamesEveryLocation() {
        seen("fra", Outcome.UP, 30);
        seen("nyc", Outcome.UP, 90);

        assertThat(verdict().detail())
                .containsEntry("from", "fra")
                .containsEntry("locations", Map.of("fra", Outcome.UP, "nyc", Outcome.UP, "syd", Outcome.UNKNOWN));
        assertThat(verdict().node()).isEqualTo("fra, nyc");
    }

    @Test
    void theTimesAreThoseOfTheMedianOfTheGoodAnswers() {
        seen("fra", Outcome.UP, 200);
        seen("nyc", Outcome.DEGRADED, 90);
        assertThat(verdict().duration()).isEqualTo(90);

        seen("syd", Outcome.DOWN, 10_000);
        assertThat(verdict().duration()).isEqualTo(90);

        seen("syd", Outcome.UP, 210);
        assertThat(verdict().duration()).isEqualTo(200);
        assertThat(verdict().phases().connect()).isEqualTo(100);
    }

    @Test
    void itIsTheProbesOwnObservationAndDecidesAsItsKindDoes() {
        seen("fra", Outcome.UP, 30);

        assertThat(verdict().verdict()).isTrue();
        assertThat(verdict().deciding()).isTrue();
        assertThat(verdict().at()).isEqualTo(DUE);
        assertThat(verdict().id()).isNotEqualTo(seen.get("fra").id());
    }

    private Observation verdict() {
        return Verdict.of(PROBE, true, seen);
    }

    private void seen(String location, Outcome outcome, double duration) {
        Attempt attempt = new Attempt(
                DUE.plusMillis(3),
                outcome,
                outcome.good() ? Cause.OK : Cause.UNEXPECTED_STATUS,
                location + " says " + outcome + ".",
                duration,
                new Phases(null, duration / 2, null, null, null),
                Map.of("from", location),
                List.of());
        NodeName node = new NodeName(location + " 1", location);
        seen.put(
                location,
                Result.of(PROBE, true, location, DUE, List.of(attempt), node).observation());
    }
}
