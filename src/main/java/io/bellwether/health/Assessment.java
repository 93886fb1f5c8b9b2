package io.bellwether.health;

import io.bellwether.core.Dimension;
import io.bellwether.core.score.DailyIndex;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.FilingState;
import io.bellwether.core.score.FinancialScore;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.LatencyScore;
import io.bellwether.core.score.RegisterLedger;
import io.bellwether.core.score.SecurityScore;
import io.bellwether.core.score.Trend;
import io.bellwether.core.score.TrendRule;
import io.bellwether.core.score.UptimeEvidence.Outage;
import io.bellwether.core.score.UptimeScore;
import io.bellwether.core.score.ViabilityIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges evidence: from all that is known about a vendor to its health. */
final class Assessment {

    private static final Duration LONG_OUTAGE = Duration.ofMinutes(60);

    private Assessment() {}

    /** @param earlier the daily indices before today */
    static Health of(VendorEvidence evidence, List<DailyIndex> earlier, Instant now) {
        DimensionScore uptime = UptimeScore.of(evidence.uptime(), now);
        DimensionScore latency = LatencyScore.of(evidence.latency());
        DimensionScore security = SecurityScore.of(evidence.checks(), evidence.incidents(), now);
        DimensionScore financial =
                FinancialScore.of(evidence.filings(), evidence.registers(), evidence.filingsReadAt(), now);
        Set<HardFact> hardFacts = hardFacts(evidence, now);
        ViabilityIndex index = ViabilityIndex.of(
                Map.of(
                        Dimension.UPTIME, uptime,
                        Dimension.LATENCY, latency,
                        Dimension.SECURITY, security,
                        Dimension.FINANCIAL, financial),
                hardFacts);
        return new Health(
                index.index(),
                index.grade(),
                trend(index.index(), evidence.ruleSet(), hardFacts, earlier, now),
                index.confidence(),
                now,
                evidence.ruleSet(),
                index.cap() == null ? null : index.cap().reason(),
                new Health.Dimensions(uptime, latency, security, financial));
    }

    private static Set<HardFact> hardFacts(VendorEvidence evidence, Instant now) {
        Set<HardFact> facts = EnumSet.noneOf(HardFact.class);
        if (FilingState.bankruptcy(evidence.filings(), now).isPresent()) {
            facts.add(HardFact.BANKRUPTCY_FILING);
        }
        if (RegisterLedger.insolvent(evidence.registers())) {
            facts.add(HardFact.INSOLVENCY);
        }
        if (evidence.certificateExpired()) {
            facts.add(HardFact.CERTIFICATE_EXPIRED);
        }
        Outage outage = evidence.uptime().outage();
        if (outage != null && Duration.between(outage.since(), now).compareTo(LONG_OUTAGE) > 0) {
            facts.add(HardFact.DOWN_OVER_AN_HOUR);
        }
        return facts;
    }

    private static Trend trend(
            @Nullable Integer index, String ruleSet, Set<HardFact> hardFacts, List<DailyIndex> earlier, Instant now) {
        if (index == null) {
            return Trend.STEADY;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return TrendRule.of(new DailyIndex(today, index, ruleSet), !hardFacts.isEmpty(), earlier);
    }
}
