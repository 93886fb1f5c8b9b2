package io.bellwether.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Tier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Series are told apart by their rule set alone, so that no number may change without it. */
class RuleSetTest {

    @Test
    void aVersionStandsForTheseNumbers() throws NoSuchAlgorithmException {
        String numbers = String.join("\n", new TreeSet<>(numbers().toList()));

        assertThat(RuleSet.CURRENT + " " + sha256(numbers))
                .as(
                        "give another number another version, and a change of a tier's weights another edition:%n%s",
                        numbers)
                .isEqualTo("2026.3 417856bf3bc028e6b3c61d6ee915c519246f17babdbed481228baf3e77d5916e");
    }

    private static Stream<String> numbers() {
        return Stream.of(
                        FilingWeights.all().stream()
                                .map(weight -> line(weight.signal(), weight.points(), weight.halfLife())),
                        RegisterWeights.all().stream()
                                .map(weight -> line(
                                        weight.signal(),
                                        weight.value(),
                                        weight.points(),
                                        weight.pointsPerMonth(),
                                        weight.most(),
                                        weight.gravity())),
                        FactWeights.all().stream()
                                .map(weight -> line(
                                        weight.signal(),
                                        weight.part(),
                                        weight.points(),
                                        new TreeMap<>(weight.pointsByAmount()),
                                        weight.halfLife(),
                                        weight.persists(),
                                        weight.sources(),
                                        new TreeSet<>(weight.sameAs()),
                                        weight.endedBy())),
                        Arrays.stream(FinancialPart.values()).map(part -> line(part, part.weight())),
                        Arrays.stream(HardFact.values()).map(fact -> line(fact, fact.limit())),
                        Arrays.stream(Tier.values()).map(IndexWeights::of).map(IndexWeights::toString),
                        Stream.of(
                                line("scorecard", new TreeMap<>(FinancialScore.POINTS_BY_RANK)),
                                line("runway", new TreeMap<>(Liquidity.POINTS_BY_MONTHS)),
                                line("debt", new TreeMap<>(Liquidity.POINTS_BY_COVER)),
                                line("told statements", FinancialScore.TOLD_STATEMENTS),
                                line("floor", FinancialScore.FLOOR),
                                line("observed", FinancialPart.MOST_OBSERVED),
                                FilingRules.CURRENT.toString(),
                                line("slip by filings", FilingSlip.LOST, FilingSlip.GRAVE),
                                line("incident", SecurityScore.INCIDENT_POINTS, SecurityScore.INCIDENT_HALF_LIFE)))
                .flatMap(lines -> lines);
    }

    private static String line(Object... parts) {
        return Arrays.toString(parts);
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
