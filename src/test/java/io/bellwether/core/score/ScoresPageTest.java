package io.bellwether.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoresPageTest {

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("docs/scores.md"));
    }

    @Test
    void namesTheRuleSet() {
        assertThat(page).contains("Rule set `" + RuleSet.CURRENT + "`");
    }

    @Test
    void listsEveryFilingWithItsWeight() {
        assertThat(FilingWeights.all())
                .allSatisfy(weight -> assertThat(page)
                        .contains(
                                weight.points() == 0
                                        ? "`" + weight.signal() + "`"
                                        : "| `%s` | %.0f | %d | %s | %s |"
                                                .formatted(
                                                        weight.signal(),
                                                        weight.points(),
                                                        weight.halfLife().toDays(),
                                                        weight.name(),
                                                        weight.rationale())));
    }

    @Test
    void listsWhatEachPartOfThePostureWeighsForTheConfidence() {
        SecurityCoverage.WEIGHTS.forEach((category, weight) -> assertThat(page).contains(category + " " + weight));
    }

    @Test
    void theConfidenceIsSummedInOneOrder() {
        assertThat(List.copyOf(SecurityCoverage.WEIGHTS.keySet())).isSorted();
    }

    @Test
    void listsWhatTheDistressScorecardTakes() {
        new TreeMap<>(FinancialScore.POINTS_BY_RANK)
                .forEach((rank, points) -> assertThat(page).contains("%.0f to rank %.0f".formatted(points, rank)));
    }

    @Test
    void listsTheRunwayByMonths() {
        new TreeMap<>(Liquidity.POINTS_BY_MONTHS)
                .forEach((months, points) ->
                        assertThat(page).containsPattern("%.0f (at|from) %.0f months".formatted(points, months)));
    }

    @Test
    void listsTheDebtThatIsDueByItsCover() {
        new TreeMap<>(Liquidity.POINTS_BY_COVER)
                .forEach((cover, points) -> assertThat(page).contains("%.0f at %s".formatted(points, cover)));
    }

    @Test
    void listsThePartsWithTheirShareOfTheConfidence() {
        for (FinancialPart part : FinancialPart.values()) {
            assertThat(page).contains("| `" + part + "` | " + part.weight() + " |");
        }
        assertThat(page)
                .contains(
                        "With less than " + FinancialScore.FLOOR,
                        "takes at most %.0f |".formatted(FinancialPart.MOST_OBSERVED),
                        "**half** of its points");
        assertThat(FinancialScore.TOLD_STATEMENTS).isEqualTo(0.5);
    }

    @Test
    void listsEveryDatedFactWithItsWeight() {
        assertThat(FactWeights.all())
                .allSatisfy(weight -> assertThat(page)
                        .contains("| `%s` | %s | %.0f | %s | %d | %s | %s |"
                                .formatted(
                                        weight.signal(),
                                        weight.part(),
                                        weight.points(),
                                        weight.halfLife() == null
                                                ? "–"
                                                : weight.halfLife().toDays(),
                                        weight.persists().toDays(),
                                        weight.name(),
                                        weight.rationale())));
    }

    @Test
    void listsWeightsAndCapsOfTheIndex() {
        for (Tier tier : Tier.values()) {
            IndexWeights weights = IndexWeights.of(tier);
            assertThat(page)
                    .contains("| %s | `%s` | %d | %d | %d | %d |"
                            .formatted(
                                    tier,
                                    weights.version(),
                                    weights.uptime(),
                                    weights.latency(),
                                    weights.security(),
                                    weights.financial()));
        }
        for (HardFact fact : HardFact.values()) {
            assertThat(page).contains(fact.reason() + " " + fact.limit());
        }
    }
}
