package io.bellwether.health;

import io.bellwether.core.Dimension;
import io.bellwether.core.Tier;
import io.bellwether.core.score.LatencyEvidence;
import io.bellwether.core.score.UptimeEvidence;
import io.bellwether.core.score.UptimeEvidence.Outage;
import io.bellwether.fact.Fact;
import io.bellwether.fact.finance.StatementEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is assumed of a vendor beside what is known, or instead of it.
 *
 * @param facts each takes the place of what is known under its key
 * @param without keys of what is known and assumed away
 * @param tier how much the business depends on it; null for as much as it does
 * @param outage which lasts; null for none but one that lasts now
 * @param slowness how many times its baseline it takes to answer; null for as it does
 * @param expired whether its certificate has run out; null for as it is
 * @param statements what they say; null for what they do say
 */
record Assumptions(
        List<Fact> facts,
        Set<String> without,
        @Nullable Tier tier,
        @Nullable Outage outage,
        @Nullable Double slowness,
        @Nullable Boolean expired,
        @Nullable StatementEvidence statements) {

    static final Assumptions NONE = new Assumptions(List.of(), Set.of(), null, null, null, null, null);

    /** The time that availability is counted over; see {@link UptimeSource}. */
    private static final double WINDOW_MINUTES = 30 * 24 * 60;

    Assumptions {
        facts = List.copyOf(facts);
        without = Set.copyOf(without);
    }

    /** Those that are true by a time. */
    Assumptions begunBy(Instant time) {
        List<Fact> begun =
                facts.stream().filter(fact -> !fact.occurredAt().isAfter(time)).toList();
        Outage lasting = outage == null || outage.since().isAfter(time) ? null : outage;
        boolean toCome = begun.size() < facts.size() && facts.stream().anyMatch(fact -> isExpiry(fact, time));
        return new Assumptions(begun, without, tier, lasting, slowness, toCome ? null : expired, statements);
    }

    List<Fact> over(List<Fact> known, Dimension dimension) {
        Set<String> replaced = facts.stream().map(Fact::key).collect(Collectors.toSet());
        return Stream.concat(
                        facts.stream().filter(fact -> fact.dimension() == dimension),
                        known.stream()
                                .filter(fact -> !replaced.contains(fact.key()))
                                .filter(fact -> !without.contains(fact.key())))
                .toList();
    }

    List<LatencyEvidence> over(List<LatencyEvidence> known) {
        Double factor = slowness;
        return factor == null
                ? known
                : known.stream().map(evidence -> slower(evidence, factor)).toList();
    }

    StatementEvidence over(StatementEvidence known) {
        return statements == null ? known : statements;
    }

    boolean certificateExpired(boolean known) {
        return expired == null ? known : expired;
    }

    /** Whether something is assumed that is filed, registered or told: who assumes it assumes that it was read. */
    boolean ofFinances() {
        return facts.stream().anyMatch(fact -> fact.dimension() == Dimension.FINANCIAL);
    }

    /**
     * What is known of its uptime at a time: the days up to it are like the 30 days up to now, but for what is assumed. An
     * outage that lasts now is over then, unless it is assumed to last.
     */
    UptimeEvidence over(UptimeEvidence known, Instant now, Instant at) {
        Outage present = at.isAfter(now) ? null : known.outage();
        if (outage == null) {
            return with(known, known.availability(), known.downMinutes(), known.incidents(), present, known.asOf());
        }
        Outage lasting = present != null && present.since().isBefore(outage.since()) ? present : outage;
        double counted = present == null ? 0 : minutes(present.since(), at);
        double more = Math.max(0, minutes(lasting.since(), at) - counted);
        Double availability = known.availability();
        return with(
                known,
                availability == null ? null : Math.max(0, availability - more / WINDOW_MINUTES),
                known.downMinutes() + more,
                known.incidents() + (present == null ? 1 : 0),
                lasting,
                at);
    }

    private static UptimeEvidence with(
            UptimeEvidence known,
            @Nullable Double availability,
            double downMinutes,
            int incidents,
            @Nullable Outage outage,
            @Nullable Instant asOf) {
        return new UptimeEvidence(
                availability,
                downMinutes,
                incidents,
                outage,
                known.contradictions(),
                known.contradictedMinutes(),
                known.coverage(),
                known.since(),
                asOf,
                known.source());
    }

    private static LatencyEvidence slower(LatencyEvidence known, double factor) {
        Double baseline = known.baselineP95();
        return new LatencyEvidence(
                factor * (baseline == null ? known.recentP95() : baseline),
                known.recentCount(),
                baseline,
                known.baselineCount(),
                known.degradedShare(),
                known.since(),
                known.asOf(),
                known.source());
    }

    private static boolean isExpiry(Fact fact, Instant after) {
        return fact.signal().equals(SupposedKind.CERTIFICATE_EXPIRY)
                && fact.occurredAt().isAfter(after);
    }

    private static double minutes(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds() / 60.0);
    }
}
