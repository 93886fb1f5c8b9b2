package io.bellwether.health;

import io.bellwether.core.Dimension;
import io.bellwether.core.score.RuleSet;
import io.bellwether.fact.DatedFacts;
import io.bellwether.fact.EntityFacts;
import io.bellwether.fact.Fact;
import io.bellwether.fact.FilingFacts;
import io.bellwether.fact.RegisterFacts;
import io.bellwether.fact.Suppression;
import io.bellwether.fact.finance.StatementEvidence;
import io.bellwether.fact.finance.StatementSource;
import io.bellwether.fact.posture.RuleSetChoice;
import io.bellwether.history.Observations;
import io.bellwether.vendor.EntityRegister;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.Watching;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what a vendor is judged by, in a number of queries that does not grow with its probes or history. */
@Singleton
class EvidenceSource {

    private final ProbeRegister probes;
    private final Observations observations;
    private final UptimeSource uptime;
    private final LatencySource latency;
    private final FactSource facts;
    private final EntityRegister entities;
    private final StatementSource statements;
    private final RuleSetChoice posture;

    EvidenceSource(
            ProbeRegister probes,
            Observations observations,
            UptimeSource uptime,
            LatencySource latency,
            FactSource facts,
            EntityRegister entities,
            StatementSource statements,
            RuleSetChoice posture) {
        this.probes = probes;
        this.observations = observations;
        this.uptime = uptime;
        this.latency = latency;
        this.facts = facts;
        this.entities = entities;
        this.statements = statements;
        this.posture = posture;
    }

    VendorEvidence of(Vendor vendor, Instant now) {
        return of(vendor, Assumptions.NONE, now);
    }

    /** What would be known were the assumptions true; that of an outage aside, which depends on when it is looked at. */
    VendorEvidence of(Vendor vendor, Assumptions assumed, Instant now) {
        ProbeStates states = ProbeStates.of(probes.of(vendor.id()), observations.states(vendor.id()));
        Watching watching = entities.watching(vendor.id());
        List<Fact> security = EntityFacts.of(current(vendor, assumed, Dimension.SECURITY), watching)
                .own();
        List<Fact> finances = current(vendor, assumed, Dimension.FINANCIAL);
        EntityFacts known = EntityFacts.of(facts.undisputed(vendor.id(), finances, now), watching);
        List<Fact> filings = known.own();
        Instant readAt = facts.filingsReadAt(EntityFacts.of(finances, watching).own(), states, watching);
        StatementEvidence told = assumed.over(statements.of(vendor.id(), now));
        List<Suppression> excused = facts.excused(vendor.id(), now);
        Neglect neglect = Neglect.of(FactSource.unexcused(security, excused), states, now);
        return new VendorEvidence(
                uptime.of(vendor, states, now),
                assumed.over(latency.of(states, now)),
                FactSource.checks(security, excused, states, now),
                FilingFacts.of(security),
                assumed.certificateExpired(states.certificateExpired()),
                DatedFacts.events(filings, now),
                Stream.concat(RegisterFacts.of(filings).stream(), known.warnings(now).stream())
                        .toList(),
                told.risk(),
                assumed.ofFinances() ? now : readAt,
                ruleSet(),
                told.liquidity(),
                Stream.concat(DatedFacts.of(filings).stream(), neglect.facts().stream())
                        .toList(),
                neglect.lookedAt(),
                readAt == null && assumed.ofFinances());
    }

    /** Those facts that are about the contracting entity. */
    List<Fact> own(Vendor vendor, List<Fact> known) {
        return EntityFacts.of(known, entities.watching(vendor.id())).own();
    }

    private List<Fact> current(Vendor vendor, Assumptions assumed, Dimension dimension) {
        return assumed.over(facts.current(vendor.id(), dimension), dimension);
    }

    /** Indices of different rules are never compared: a change of them is no slip. */
    private String ruleSet() {
        return Stream.concat(Stream.of(RuleSet.CURRENT), posture.unusual().stream())
                .collect(Collectors.joining("+"));
    }
}
