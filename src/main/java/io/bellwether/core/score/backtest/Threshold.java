package io.bellwether.core.score.backtest;

import io.bellwether.core.Tier;
import io.bellwether.core.score.slip.Floor;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is to be warned of a vendor.
 *
 * @param limit warned is below it; null where there is nothing to choose
 */
public record Threshold(Figure figure, @Nullable Integer limit) {

    /** What is looked at. */
    public enum Figure {
        FINANCIAL_SCORE("financial score"),
        GRAVE_FILINGS("several grave filings"),
        VIABILITY_INDEX("viability index of its finances alone");

        private final String text;

        Figure(String text) {
            this.text = text;
        }
    }

    /** The score by tens, the rule about filings, and the floor of each tier. */
    public static List<Threshold> all() {
        return Stream.of(
                        IntStream.rangeClosed(1, 9)
                                .mapToObj(tenth -> new Threshold(Figure.FINANCIAL_SCORE, 100 - 10 * tenth)),
                        Stream.of(new Threshold(Figure.GRAVE_FILINGS, null)),
                        Stream.of(Tier.STRATEGIC, Tier.IMPORTANT, Tier.STANDARD)
                                .map(tier -> new Threshold(Figure.VIABILITY_INDEX, Floor.of(tier))))
                .flatMap(thresholds -> thresholds)
                .toList();
    }

    /** No score is no warning. */
    boolean warns(Judgement judgement) {
        return switch (figure) {
            case FINANCIAL_SCORE -> below(judgement.score());
            case GRAVE_FILINGS -> judgement.graveFilings();
            case VIABILITY_INDEX -> below(judgement.index());
        };
    }

    private boolean below(@Nullable Integer value) {
        return value != null && limit != null && value < limit;
    }

    /** In words: {@code financial score below 60}. */
    public String text() {
        return limit == null ? figure.text : figure.text + " below " + limit;
    }
}
