package io.bellwether.fact;

import io.bellwether.core.Tier;
import io.bellwether.core.score.FactWeights;
import io.bellwether.core.score.FilingRules;
import io.bellwether.core.score.FilingWeight;
import io.bellwether.core.score.FilingWeights;
import io.bellwether.core.score.FinancialPart;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.IndexWeights;
import io.bellwether.core.score.RegisterWeight;
import io.bellwether.core.score.RegisterWeights;
import io.bellwether.core.score.RuleSet;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers that make financial scores and the viability index.
 *
 * @param id the rule set that scores name
 * @param parts of the confidence: the share of each
 * @param observedAtMost what all that is seen from outside takes together at most
 * @param filingsTogether what filings weigh for those they come with
 * @param index the weights of the dimensions, by tier, in percent
 * @param caps the highest index possible while a fact holds
 */
record FinancialRules(
        String id,
        Map<FinancialPart, Double> parts,
        double observedAtMost,
        FilingRules filingsTogether,
        List<WeighedFiling> filings,
        List<RegisterWeight> registers,
        List<FactKind> facts,
        Map<Tier, IndexWeights> index,
        Map<String, Integer> caps) {

    /**
     * @param points on its day
     * @param halfLifeDays days after which half of it is left
     */
    public record WeighedFiling(
            String signal, double points, long halfLifeDays, String name, String meaning, String rationale) {

        private static WeighedFiling of(FilingWeight weight) {
            return new WeighedFiling(
                    weight.signal(),
                    weight.points(),
                    weight.halfLife().toDays(),
                    weight.name(),
                    weight.meaning(),
                    weight.rationale());
        }
    }

    static FinancialRules current() {
        Map<FinancialPart, Double> parts = new EnumMap<>(FinancialPart.class);
        Arrays.stream(FinancialPart.values()).forEach(part -> parts.put(part, part.weight()));
        Map<Tier, IndexWeights> index = new EnumMap<>(Tier.class);
        Arrays.stream(Tier.values()).forEach(tier -> index.put(tier, IndexWeights.of(tier)));
        Map<String, Integer> caps = new TreeMap<>();
        Arrays.stream(HardFact.values()).forEach(fact -> caps.put(fact.signal(), fact.limit()));
        return new FinancialRules(
                RuleSet.CURRENT,
                parts,
                FinancialPart.MOST_OBSERVED,
                FilingRules.CURRENT,
                FilingWeights.all().stream().map(WeighedFiling::of).toList(),
                RegisterWeights.all(),
                FactWeights.all().stream().map(FactKind::of).toList(),
                index,
                caps);
    }
}
