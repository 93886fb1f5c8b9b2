package io.bellwether.health;

import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.Trend;
import io.bellwether.core.score.slip.Slip;
import io.bellwether.health.honesty.HonestySummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor stands.
 *
 * @param index the viability index, 0 to 100; null when no dimension has a score
 * @param grade A to F, from the index; null with it
 * @param confidence 0 to 1, the weighted confidence of the dimensions
 * @param ruleSet the version of weights, caps and scoring rules that made it
 * @param cap the hard fact that caps the index, for example {@code bankruptcy filing}; null when none does
 * @param underlying the index without what filings take; the trend is drawn from it, because filings come in steps and are
 *     judged by {@link io.bellwether.core.score.FilingSlip}
 * @param slip since when it slips and by how much; null when it does not, or only because {@code cap} holds
 * @param honesty of its status page in the running quarter; null where it was not asked for: it moves nothing here
 */
public record Health(
        @Nullable Integer index,
        @Nullable String grade,
        Trend trend,
        double confidence,
        Instant asOf,
        String ruleSet,
        @Nullable String cap,
        Dimensions dimensions,
        @Nullable Integer underlying,
        @Nullable Slip slip,
        @Nullable HonestySummary honesty) {

    /** Of a vendor whose filings take nothing. */
    public Health(
            @Nullable Integer index,
            @Nullable String grade,
            Trend trend,
            double confidence,
            Instant asOf,
            String ruleSet,
            @Nullable String cap,
            Dimensions dimensions) {
        this(index, grade, trend, confidence, asOf, ruleSet, cap, dimensions, index, null, null);
    }

    public record Dimensions(
            DimensionScore uptime, DimensionScore latency, DimensionScore security, DimensionScore financial) {}

    Health with(HonestySummary summary) {
        return new Health(index, grade, trend, confidence, asOf, ruleSet, cap, dimensions, underlying, slip, summary);
    }
}
