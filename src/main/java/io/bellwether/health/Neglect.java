package io.bellwether.health;

import io.bellwether.core.score.DatedFact;
import io.bellwether.core.score.FactWeights;
import io.bellwether.fact.Fact;
import io.bellwether.history.LatestState;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a vendor minds its shop, as probes of its security see it. What they find takes from the security score that the
 * address may be lost; here it says that nobody looks.
 *
 * @param facts what takes from the financial score; at the most one of a kind counts
 * @param lookedAt when a probe could last tell whether the registration of a domain runs out; null when none ever could
 */
record Neglect(List<DatedFact> facts, @Nullable Instant lookedAt) {

    private static final String EXPIRY = "domain-expiry";

    /** A probe has seen it itself. */
    private static final double CERTAIN = 1;

    static Neglect of(List<Fact> security, ProbeStates states, Instant now) {
        List<Fact> domains = security.stream()
                .filter(fact -> fact.signal().equals(EXPIRY) && fact.probeId() != null)
                .toList();
        Stream<DatedFact> expiring = domains.stream().flatMap(fact -> domain(fact, states, now).stream());
        Stream<DatedFact> expired = states.expiredCertificates().map(state -> certificate(state, now));
        return new Neglect(
                Stream.concat(expiring, expired).toList(),
                domains.stream()
                        .map(fact -> states.answeredAt(fact.probeId(), fact.knownAt()))
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** As of the last look that could tell, so that what nobody looks at any more does not run down by itself. */
    private static Optional<DatedFact> domain(Fact fact, ProbeStates states, Instant now) {
        Instant end = instant(fact.detail().get("expiresAt"));
        Instant seen = states.answeredAt(fact.probeId(), fact.knownAt());
        if (end == null || seen.isAfter(now)) {
            return Optional.empty();
        }
        double daysLeft = Duration.between(seen, end).toSeconds() / 86_400.0;
        return Optional.of(
                new DatedFact(FactWeights.DOMAIN_NEGLECT, fact.key(), seen, fact.source(), CERTAIN, daysLeft, null));
    }

    private static DatedFact certificate(LatestState state, Instant now) {
        return new DatedFact(
                FactWeights.CERTIFICATE_NEGLECT,
                String.valueOf(state.probeId()),
                state.since(),
                Sources.observations(state.probeId(), state.since(), now),
                CERTAIN,
                null,
                null);
    }

    private static @Nullable Instant instant(@Nullable Object text) {
        try {
            return text instanceof String time ? Instant.parse(time) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
