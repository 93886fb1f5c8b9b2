package io.bellwether.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellwether.core.Cause;
import io.bellwether.core.Dimension;
import io.bellwether.core.Outcome;
import io.bellwether.core.score.DatedFact;
import io.bellwether.core.score.FactLedger;
import io.bellwether.fact.Fact;
import io.bellwether.history.LatestState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeglectTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID PROBE = new UUID(0, 1);

    @ParameterizedTest(name = "{0} days left: {1} points")
    @CsvSource({"400, 0", "31, 0", "30, 5", "14, 15", "7, 30", "-3, 30"})
    void aDomainThatIsAboutToEndIsNeglect(int days, double points) {
        Neglect neglect = Neglect.of(
                List.of(expiry(
                        PROBE,
                        Map.of("expiresAt", NOW.plus(Duration.ofDays(days)).toString()))),
                states(Outcome.UP, NOW, Cause.OK),
                NOW);

        assertThat(points(neglect, NOW)).isCloseTo(points, within(1e-9));
        assertThat(neglect.lookedAt()).isEqualTo(NOW);
    }

    @Test
    void whatNobodyLooksAtAnyMoreDoesNotRunDown() {
        Instant seen = NOW.minus(Duration.ofDays(20));
        Fact fact = expiry(
                PROBE, Map.of("expiresAt", seen.plus(Duration.ofDays(300)).toString()));

        Neglect neglect = Neglect.of(List.of(fact), states(Outcome.UNKNOWN, seen, Cause.OK), NOW);

        assertThat(neglect.lookedAt()).isEqualTo(seen);
        assertThat(neglect.facts()).singleElement().satisfies(known -> {
            assertThat(known.occurredAt()).isEqualTo(seen);
            assertThat(known.amount()).isEqualTo(300.0);
        });
    }

    @Test
    void whatTheRegisterDoesNotPublishIsNoNeglect() {
        Neglect neglect = Neglect.of(
                List.of(expiry(PROBE, Map.of("reason", "not published")), expiry(PROBE, Map.of("expiresAt", "soon"))),
                states(Outcome.UP, NOW, Cause.OK),
                NOW);

        assertThat(neglect.facts()).isEmpty();
        assertThat(neglect.lookedAt()).isEqualTo(NOW);
        assertThat(Neglect.of(List.of(), states(Outcome.UP, NOW, Cause.OK), NOW).lookedAt())
                .isNull();
    }

    @ParameterizedTest(name = "expired for {0} days: {1} points")
    @CsvSource({"0, 0", "6, 0", "7, 8"})
    void anExpiredCertificateIsNeglectAfterAWeek(int days, double points) {
        Instant since = NOW.minus(Duration.ofDays(days));

        Neglect neglect = Neglect.of(List.of(), states(Outcome.DOWN, since, Cause.CERTIFICATE_EXPIRED), NOW);

        assertThat(points(neglect, NOW)).isEqualTo(points);
        assertThat(neglect.facts())
                .extracting(DatedFact::source)
                .allMatch(source -> source.startsWith("/api/v1/probes/"));
    }

    private static double points(Neglect neglect, Instant now) {
        return FactLedger.of(neglect.facts(), now).stream()
                .mapToDouble(FactLedger.Entry::pointsNow)
                .sum();
    }

    private static ProbeStates states(Outcome outcome, Instant since, Cause cause) {
        UUID vendor = new UUID(0, 2);
        return ProbeStates.of(
                List.of(), List.of(new LatestState(PROBE, vendor, false, NOW, outcome, since, cause, "", 1)));
    }

    private static Fact expiry(@Nullable UUID probe, Map<String, Object> detail) {
        return new Fact(
                new UUID(0, 3),
                new UUID(0, 2),
                probe,
                Dimension.SECURITY,
                "domain-expiry",
                "domain:a.example:expiry",
                "WARN",
                NOW.minus(Duration.ofDays(90)),
                NOW.minus(Duration.ofDays(90)),
                null,
                "https://rdap",
                detail);
    }
}
