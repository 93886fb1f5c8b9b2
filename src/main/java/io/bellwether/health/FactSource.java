package io.bellwether.health;

import io.bellwether.core.Dimension;
import io.bellwether.core.score.SecurityCheck;
import io.bellwether.fact.DatedFacts;
import io.bellwether.fact.DisputedFacts;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import io.bellwether.fact.Suppression;
import io.bellwether.fact.Suppressions;
import io.bellwether.fact.posture.CheckFact;
import io.bellwether.history.LatestState;
import io.bellwether.history.Observations;
import io.bellwether.vendor.Watching;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the facts say about a vendor's security and finances, and how fresh that is. */
@Singleton
class FactSource {

    private final Facts facts;
    private final Suppressions suppressions;
    private final Observations observations;

    FactSource(Facts facts, Suppressions suppressions, Observations observations) {
        this.facts = facts;
        this.suppressions = suppressions;
        this.observations = observations;
    }

    List<Fact> current(UUID vendorId, Dimension dimension) {
        return facts.current(vendorId, dimension);
    }

    /** The checks that somebody answers for. */
    List<Suppression> excused(UUID vendorId, Instant now) {
        return suppressions.of(vendorId, now);
    }

    /** What a person entered holds until it is changed; what a probe found is as fresh as the probe. */
    static List<SecurityCheck> checks(List<Fact> facts, List<Suppression> excused, ProbeStates states, Instant now) {
        return facts.stream()
                .flatMap(CheckFact::of)
                .map(check -> check(check, check.suppression(excused) != null, states, now))
                .toList();
    }

    /** Without what somebody disputes. */
    List<Fact> undisputed(UUID vendorId, List<Fact> finances, Instant now) {
        return DisputedFacts.without(finances, suppressions.of(vendorId, Dimension.FINANCIAL, now));
    }

    /** Without the checks that somebody answers for. */
    static List<Fact> unexcused(List<Fact> facts, List<Suppression> excused) {
        return facts.stream()
                .filter(fact -> CheckFact.of(fact).allMatch(check -> check.suppression(excused) == null))
                .toList();
    }

    /**
     * The newest successful look at what the vendor files, or the newest filing that was learnt, whichever is later. What the
     * index of legal entities says is about who it is, and no such look; neither is a look at another entity, or what a person
     * tells.
     */
    @Nullable Instant filingsReadAt(List<Fact> filings, ProbeStates states, Watching watching) {
        List<LatestState> looks = Stream.of("filings", "companies-house")
                .flatMap(states::states)
                .filter(state -> watching.own(state.probeId()))
                .toList();
        Stream<Instant> good =
                looks.stream().filter(state -> state.outcome().good()).map(LatestState::at);
        Stream<Instant> news = filings.stream()
                .filter(fact -> fact.value() == null && !DatedFacts.is(fact))
                .map(Fact::knownAt);
        return Stream.of(good, lastSuccess(looks), news)
                .flatMap(times -> times)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static SecurityCheck check(CheckFact check, boolean excused, ProbeStates states, Instant now) {
        Fact fact = check.fact();
        UUID probeId = fact.probeId();
        return new SecurityCheck(
                fact.signal(),
                check.category(),
                check.name(),
                check.meaning(),
                check.outcome(),
                excused ? 0 : check.points(),
                fact.occurredAt(),
                confirmedAt(check, states, now),
                check.doubtful(),
                probeId == null ? fact.source() : Sources.observations(probeId, fact.occurredAt(), now));
    }

    /** When it last said so: as its look was dated, or else as its probe could last tell; a person's word holds. */
    private static Instant confirmedAt(CheckFact check, ProbeStates states, Instant now) {
        UUID probeId = check.fact().probeId();
        if (probeId == null) {
            return now;
        }
        Instant seen = check.observedAt();
        return seen == null ? states.answeredAt(probeId, check.fact().knownAt()) : seen;
    }

    /** Of the probes that fail now. */
    private Stream<Instant> lastSuccess(List<LatestState> looks) {
        List<UUID> failing = looks.stream()
                .filter(state -> !state.outcome().good())
                .map(LatestState::probeId)
                .toList();
        if (failing.isEmpty()) {
            return Stream.empty();
        }
        return observations.lastGoodAt(failing).stream();
    }
}
