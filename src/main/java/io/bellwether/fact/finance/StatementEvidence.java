package io.bellwether.fact.finance;

import io.bellwether.core.score.Liquidity;
import io.bellwether.core.score.StatementRisk;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's statements move its score by.
 *
 * @param risk null where a figure is missing that the scorecard needs
 * @param liquidity null where they do not tell what cash goes, or how much there is
 */
public record StatementEvidence(
        @Nullable StatementRisk risk, @Nullable Liquidity liquidity) {

    static final StatementEvidence NONE = new StatementEvidence(null, null);

    /** This, and where it says nothing the other. */
    StatementEvidence or(StatementEvidence other) {
        return new StatementEvidence(risk == null ? other.risk : risk, liquidity == null ? other.liquidity : liquidity);
    }
}
