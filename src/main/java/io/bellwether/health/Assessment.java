package io.bellwether.health;

import io.bellwether.core.Tier;
import io.bellwether.core.score.DailyIndex;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.FinancialScore;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.IndexWeights;
import io.bellwether.core.score.LatencyScore;
import io.bellwether.core.score.SecurityScore;
import io.bellwether.core.score.UptimeEvidence.Outage;
import io.bellwether.core.score.UptimeScore;
import io.bellwether.core.score.ViabilityIndex;
import io.bellwether.core.score.explain.IndexExplanation;
import io.bellwether.core.score.slip.Course;
import io.bellwether.core.score.slip.Floor;
import io.bellwether.core.score.slip.TrendRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Judges evidence: from all that is known about a vendor to its health. */
final class Assessment {

    private static final Set<HardFact> OF_FILINGS = Set.of(HardFact.BANKRUPTCY_FILING, HardFact.GRAVE_FILINGS);
    private static final Duration LONG_OUTAGE = Duration.ofMinutes(60);

    private Assessment() {}

    /** @param earlier the daily underlying indices before today */
    static Health of(VendorEvidence evidence, Tier tier, List<DailyIndex> earlier, Instant now) {
        DimensionScore uptime = UptimeScore.of(evidence.uptime(), now);
        DimensionScore latency = LatencyScore.of(evidence.latency());
        DimensionScore security = SecurityScore.of(evidence.checks(), evidence.incidents(), now);
        DimensionScore financial = financial(evidence, now);
        Health.Dimensions dimensions = new Health.Dimensions(uptime, latency, security, financial);
        Set<HardFact> hardFacts = hardFacts(evidence, now);
        IndexWeights weights = IndexWeights.of(tier);
        ViabilityIndex index = ViabilityIndex.of(dimensions.scores(), hardFacts, weights);
        Health.Dimensions daily = new Health.Dimensions(
                uptime,
                latency,
                SecurityScore.of(evidence.checks(), List.of(), now),
                evidence.supposed()
                        ? DimensionScore.UNKNOWN
                        : FinancialScore.of(evidence.finances().daily(), now));
        Integer underlying =
                ViabilityIndex.of(daily.scores(), daily(hardFacts), weights).index();
        String ruleSet = weights.ruleSet(evidence.ruleSet());
        Course course = underlying == null
                ? Course.UNKNOWN
                : TrendRule.of(
                        new DailyIndex(today(now), underlying, ruleSet, 0, daily.judged()),
                        !hardFacts.isEmpty(),
                        earlier,
                        Floor.of(tier));
        return new Health(
                index.index(),
                index.grade(),
                course.trend(),
                index.confidence(),
                now,
                ruleSet,
                index.cap() == null ? null : index.cap().reason(),
                dimensions,
                underlying,
                daily.judged(),
                course.slip(),
                null,
                weights,
                IndexExplanation.of(dimensions.scores(), weights, index));
    }

    private static DimensionScore financial(VendorEvidence evidence, Instant now) {
        DimensionScore score = FinancialScore.of(evidence.finances(), now);
        return evidence.supposed() ? score.onlyLowering() : score;
    }

    /** Those that come and go by the day. */
    private static Set<HardFact> daily(Set<HardFact> hardFacts) {
        Set<HardFact> daily = EnumSet.noneOf(HardFact.class);
        daily.addAll(hardFacts);
        daily.removeAll(OF_FILINGS);
        return daily;
    }

    private static Set<HardFact> hardFacts(VendorEvidence evidence, Instant now) {
        Set<HardFact> facts = HardFact.ofFinances(evidence.filings(), evidence.registers(), now);
        if (evidence.certificateExpired()) {
            facts.add(HardFact.CERTIFICATE_EXPIRED);
        }
        Outage outage = evidence.uptime().outage();
        if (outage != null && Duration.between(outage.since(), now).compareTo(LONG_OUTAGE) > 0) {
            facts.add(HardFact.DOWN_OVER_AN_HOUR);
        }
        return facts;
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
