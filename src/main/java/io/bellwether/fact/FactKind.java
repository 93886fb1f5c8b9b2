package io.bellwether.fact;

import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.score.FactMeasure;
import io.bellwether.core.score.FactWeight;
import io.bellwether.core.score.FinancialPart;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A kind of dated fact that can be told of a vendor's finances, and what it weighs.
 *
 * @param points the most it takes; 0 for what is information only
 * @param pointsByAmount what it takes by its number, straight lines between; empty where that does not matter
 * @param halfLifeDays days after which half of it is left; null for what holds until it expires or is withdrawn
 * @param countsAfterDays for how long it must have gone on before it counts
 * @param unit of its number; null where it has none
 * @param sources how many it takes
 */
record FactKind(
        String signal,
        FinancialPart part,
        EvidenceTier tier,
        double points,
        Map<Double, Double> pointsByAmount,
        @Nullable Long halfLifeDays,
        long countsAfterDays,
        @Nullable String unit,
        boolean amountNeeded,
        int sources,
        String name,
        String meaning,
        String rationale) {

    static FactKind of(FactWeight weight) {
        Duration halfLife = weight.halfLife();
        return new FactKind(
                weight.signal(),
                weight.part(),
                weight.tier(),
                weight.points(),
                new TreeMap<>(weight.pointsByAmount()),
                halfLife == null ? null : halfLife.toDays(),
                weight.persists().toDays(),
                weight.measure() == FactMeasure.NONE ? null : weight.measure().unit(),
                weight.amountNeeded(),
                weight.sources(),
                weight.name(),
                weight.meaning(),
                weight.rationale());
    }
}
