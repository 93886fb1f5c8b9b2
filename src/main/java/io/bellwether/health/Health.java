package io.bellwether.health;

import io.bellwether.core.Dimension;
import io.bellwether.core.Tier;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.IndexWeights;
import io.bellwether.core.score.Trend;
import io.bellwether.core.score.explain.IndexDriver;
import io.bellwether.core.score.explain.IndexStanding;
import io.bellwether.core.score.slip.Slip;
import io.bellwether.health.honesty.HonestySummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor stands.
 *
 * @param index the viability index, 0 to 100; null when no dimension has a score
 * @param grade A to F, from the index; null with it
 * @param confidence 0 to 1, the weighted confidence of the dimensions
 * @param ruleSet the version of weights, caps and scoring rules that made it; other weights are another version
 * @param cap the hard fact that caps the index, for example {@code bankruptcy filing}; null when none does
 * @param underlying the index without what filings take; the trend is drawn from it, because filings come in steps and are
 *     judged by {@link io.bellwether.core.score.FilingSlip}
 * @param underlyingOf the dimensions that {@code underlying} is the mean of: without filings there may be no score
 * @param slip since when it slips and by how much; null when it does not, or only because {@code cap} holds
 * @param honesty of its status page in the running quarter; null where it was not asked for: it moves nothing here
 * @param weights how much each dimension counts, by the vendor's tier
 * @param explanation why the index is not 100, most weighty first: the contributions add up to exactly 100 minus the index; empty
 *     without an index
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
        Set<Dimension> underlyingOf,
        @Nullable Slip slip,
        @Nullable HonestySummary honesty,
        IndexWeights weights,
        List<IndexDriver> explanation) {

    /** What earlier releases have stored lacks some. */
    public Health {
        underlyingOf = Collections.unmodifiableSet(Objects.requireNonNullElseGet(underlyingOf, dimensions::judged));
        weights = Objects.requireNonNullElse(weights, IndexWeights.of(Tier.STANDARD));
        explanation = Objects.requireNonNullElse(explanation, List.of());
    }

    /** Of a STANDARD vendor whose filings take nothing, without the reasons of its index. */
    public Health(
            @Nullable Integer index,
            @Nullable String grade,
            Trend trend,
            double confidence,
            Instant asOf,
            String ruleSet,
            @Nullable String cap,
            Dimensions dimensions) {
        this(
                index,
                grade,
                trend,
                confidence,
                asOf,
                ruleSet,
                cap,
                dimensions,
                index,
                dimensions.judged(),
                null,
                null,
                IndexWeights.of(Tier.STANDARD),
                List.of());
    }

    public record Dimensions(
            DimensionScore uptime, DimensionScore latency, DimensionScore security, DimensionScore financial) {

        Map<Dimension, DimensionScore> scores() {
            return Map.of(
                    Dimension.UPTIME, uptime,
                    Dimension.LATENCY, latency,
                    Dimension.SECURITY, security,
                    Dimension.FINANCIAL, financial);
        }

        Set<Dimension> judged() {
            return DimensionScore.judged(scores());
        }

        private Dimensions advised(String vendor) {
            return new Dimensions(
                    uptime.advised(vendor),
                    latency.advised(vendor),
                    security.advised(vendor),
                    financial.advised(vendor));
        }
    }

    /** Null without an index. */
    @Nullable IndexStanding standing() {
        if (index == null) {
            return null;
        }
        return new IndexStanding(
                LocalDate.ofInstant(asOf, ZoneOffset.UTC),
                weights.rules(ruleSet),
                weights,
                dimensions.scores(),
                index,
                HardFact.of(cap));
    }

    Health with(HonestySummary summary) {
        return with(dimensions, summary);
    }

    /**
     * With what should be done about each driver. Snapshots are kept without: it follows from the signals.
     *
     * @param vendor the slug of whose health it is
     */
    public Health advised(String vendor) {
        return with(dimensions.advised(vendor), honesty);
    }

    private Health with(Dimensions others, @Nullable HonestySummary summary) {
        return new Health(
                index,
                grade,
                trend,
                confidence,
                asOf,
                ruleSet,
                cap,
                others,
                underlying,
                underlyingOf,
                slip,
                summary,
                weights,
                explanation);
    }
}
