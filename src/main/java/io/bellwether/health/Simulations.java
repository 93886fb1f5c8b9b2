package io.bellwether.health;

import io.bellwether.core.Dimension;
import io.bellwether.core.Tier;
import io.bellwether.core.score.DailyIndex;
import io.bellwether.core.score.IndexWeights;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import io.bellwether.fact.finance.StatementEvidence;
import io.bellwether.fact.finance.SupposedStatements;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import io.bellwether.vendor.Vendor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How vendors would stand if something else were known of them. Nothing is stored. */
@ApplicationScoped
public class Simulations {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_WITHOUT = 200;

    private final EvidenceSource evidence;
    private final Snapshots snapshots;
    private final Facts facts;
    private final SupposedStatements statements;
    private final Clock clock;

    Simulations(EvidenceSource evidence, Snapshots snapshots, Facts facts, SupposedStatements statements, Clock clock) {
        this.evidence = evidence;
        this.snapshots = snapshots;
        this.facts = facts;
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * From now to the time that is asked for, what is watched goes on as it is but for what is assumed. Nothing else happens:
     * no filing comes, and no statement takes the place of one that grows old.
     *
     * @throws Problem 400 naming each wrong field and what is known there
     */
    @Transactional
    public Simulated of(Vendor vendor, SimulationRequest request) {
        Instant now = clock.instant();
        Instant at = SupposedTimes.asOf(request.asOf(), now);
        Assumptions assumed = assumptions(vendor, request, now, at);
        VendorEvidence known = evidence.of(vendor, now);
        String ruleSet = IndexWeights.of(vendor.tier()).ruleSet(known.ruleSet());
        List<DailyIndex> earlier = snapshots.indicesBefore(vendor.id(), now, ruleSet);
        Health present = Assessment.of(known, vendor.tier(), earlier, now);
        List<Health> days = days(vendor, assumed, earlier, now, at);
        Health then = days.getLast();
        return new Simulated(
                present,
                then,
                days.stream().map(day -> point(vendor, day)).toList(),
                assumed.facts(),
                assumed.outage() == null ? null : assumed.outage().since());
    }

    /** The health of each day up to the one that is asked for; the trend of each is drawn from those before. */
    private List<Health> days(Vendor vendor, Assumptions assumed, List<DailyIndex> earlier, Instant now, Instant at) {
        Tier tier = Objects.requireNonNullElse(assumed.tier(), vendor.tier());
        List<DailyIndex> known = new ArrayList<>(earlier);
        List<Health> days = new ArrayList<>();
        Assumptions begun = null;
        VendorEvidence base = null;
        for (Instant time : times(now, at)) {
            Assumptions holding = assumed.begunBy(time);
            if (base == null || !holding.equals(begun)) {
                base = evidence.of(vendor, holding, now);
                begun = holding;
            }
            VendorEvidence then = base.after(Duration.between(now, time), holding.over(base.uptime(), now, time));
            Health health = Assessment.of(then, tier, known, time);
            days.add(health);
            Stream.ofNullable(health.underlying())
                    .map(index -> new DailyIndex(day(time), index, health.ruleSet(), 0, health.underlyingOf()))
                    .forEach(known::add);
        }
        return days;
    }

    /** Once a day, the last time as asked for. */
    private static List<Instant> times(Instant now, Instant at) {
        List<Instant> times = new ArrayList<>();
        for (Instant time = at; !time.isBefore(now); time = time.minus(DAY)) {
            times.add(time);
        }
        return times.reversed();
    }

    private Assumptions assumptions(Vendor vendor, SimulationRequest request, Instant now, Instant at) {
        String source = Sources.simulations(vendor);
        List<Fact> known = Stream.of(Dimension.SECURITY, Dimension.FINANCIAL)
                .flatMap(dimension -> facts.current(vendor.id(), dimension).stream())
                .toList();
        Suppositions suppositions = new Suppositions(vendor.id(), source, evidence.own(vendor, known), now, at);
        suppositions.read(Objects.requireNonNullElse(request.facts(), List.of()));
        List<FieldError> faults = new ArrayList<>(suppositions.faults());
        Set<String> without = without(Objects.requireNonNullElse(request.without(), List.of()), known, faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new Assumptions(
                suppositions.facts(),
                without,
                request.tier(),
                suppositions.outage(),
                suppositions.slowness(),
                suppositions.expired(),
                statements(request, source, now));
    }

    private @Nullable StatementEvidence statements(SimulationRequest request, String source, Instant now) {
        List<@Nullable Map<String, @Nullable Double>> years = request.statements();
        if (years != null) {
            return statements.evidence(years, request.marketValue(), source, now);
        }
        if (request.marketValue() != null) {
            throw Problem.invalid("/marketValue", "Give the statements too: it is judged with them.");
        }
        return null;
    }

    private static Set<String> without(List<@Nullable String> asked, List<Fact> known, List<FieldError> faults) {
        if (asked.size() > MOST_WITHOUT) {
            faults.add(new FieldError("/without", "Give " + MOST_WITHOUT + " at most."));
            return Set.of();
        }
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            String name = asked.get(i);
            List<String> meant = known.stream()
                    .filter(fact -> fact.key().equals(name) || fact.signal().equals(name))
                    .map(Fact::key)
                    .toList();
            if (meant.isEmpty()) {
                faults.add(new FieldError("/without/" + i, "No such fact is known; known are " + names(known) + "."));
            }
            keys.addAll(meant);
        }
        return keys;
    }

    private static String names(List<Fact> known) {
        return known.isEmpty()
                ? "none"
                : known.stream().map(Fact::key).limit(MOST_WITHOUT).collect(Collectors.joining(", "));
    }

    private static HealthPoint point(Vendor vendor, Health health) {
        Health.Dimensions scores = health.dimensions();
        return new HealthPoint(
                vendor.id(),
                day(health.asOf()),
                health.asOf(),
                health.index(),
                health.grade(),
                health.trend(),
                health.confidence(),
                scores.uptime().score(),
                scores.latency().score(),
                scores.security().score(),
                scores.financial().score());
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
