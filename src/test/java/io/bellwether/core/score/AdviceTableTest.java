package io.bellwether.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.alert.voice.PlainLanguage;
import io.bellwether.core.Lens;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.catalogue.RuleSets;
import io.bellwether.core.score.Advice.Suggestion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdviceTableTest {

    static Stream<String> signals() {
        return Stream.of(
                        FilingWeights.all().stream().map(FilingWeight::signal),
                        FactWeights.all().stream().map(FactWeight::signal),
                        RegisterWeights.all().stream().map(RegisterWeight::signal),
                        RuleSets.all().stream()
                                .flatMap(rules -> rules.checks().stream())
                                .map(CheckRule::id),
                        Stream.of("outage", "availability", "flapping", "status-page-contradiction"),
                        Stream.of("slower-than-usual", "degraded-answers", "slow"),
                        Stream.of(FinancialScore.STATEMENTS, Liquidity.RUNWAY, SecurityScore.BREACH))
                .flatMap(signals -> signals)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("signals")
    void eachReaderIsToldWhatToDoAboutEverySignal(String signal) {
        Advice advice = AdviceTable.of(signal);

        assertThat(advice.version()).isEqualTo(AdviceTable.VERSION);
        assertThat(List.of(advice.it(), advice.marketing()))
                .allSatisfy(steps -> assertThat(steps)
                        .isNotEmpty()
                        .hasSizeLessThanOrEqualTo(4)
                        .doesNotHaveDuplicates()
                        .allSatisfy(
                                step -> assertThat(step.text()).endsWith(".").doesNotContain("{")));
        assertThat(advice.it()).doesNotContainAnyElementsOf(advice.marketing());
    }

    @ParameterizedTest
    @EnumSource(HardFact.class)
    void whatCapsTheIndexComesFirst(HardFact fact) {
        assertThat(AdviceTable.of(fact).it()).isNotEmpty();
        assertThat(AdviceTable.of(fact).marketing()).isNotEmpty();
    }

    @Test
    void everySignalThatTakesPointsHasMoreThanTheAdviceOfAnyFiling() {
        List<Suggestion> any = AdviceTable.of("filing-of-a-new-kind").marketing();

        assertThat(FilingWeights.all())
                .filteredOn(weight -> weight.points() > 0)
                .allSatisfy(weight -> assertThat(AdviceTable.of(weight.signal()).marketing())
                        .as(weight.signal())
                        .isNotEqualTo(any));
        assertThat(FactWeights.all())
                .filteredOn(weight -> weight.points() > 0)
                .allSatisfy(weight -> assertThat(AdviceTable.of(weight.signal()))
                        .as(weight.signal())
                        .isNotEqualTo(AdviceTable.of("of-a-new-kind")));
    }

    @Test
    void theGravestAskForAnExportAndForbidToPayInAdvance() {
        Advice advice = AdviceTable.of(FilingWeights.BANKRUPTCY);

        assertThat(advice.it().getFirst().text()).startsWith("Export all of our data now");
        assertThat(advice.it()).extracting(Suggestion::text).anyMatch(text -> text.contains("escrow"));
        assertThat(advice.marketing())
                .extracting(Suggestion::text)
                .anyMatch(text -> text.contains("contract"))
                .anyMatch(text -> text.contains("second vendor"))
                .anyMatch(text -> text.contains("pay in advance"));
    }

    @Test
    void anAmendmentIsTreatedAsWhatItAmends() {
        assertThat(AdviceTable.of("filing-8k-a-2.04")).isEqualTo(AdviceTable.of("filing-8k-2.04"));
    }

    @Test
    void whatNobodyKnowsHasTheAdviceOfItsFamily() {
        assertThat(AdviceTable.of("filing-of-a-new-kind")).isEqualTo(AdviceTable.of("filing-10-k"));
        assertThat(AdviceTable.of("company-of-a-new-kind").it()).isNotEmpty();
        assertThat(AdviceTable.of("of-a-new-kind").marketing()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("signals")
    void theBusinessReadsNoJargon(String signal) {
        String all = AdviceTable.of(signal).marketing().stream()
                .map(Suggestion::text)
                .reduce("", (before, text) -> before + " " + text);

        assertThat(PlainLanguage.faults(Lens.MARKETING, all)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("signals")
    void linksAreOfTheVendorsOwn(String signal) {
        Advice advice = AdviceTable.of(signal).about("acme");

        assertThat(Stream.concat(advice.it().stream(), advice.marketing().stream())
                        .flatMap(step -> Stream.ofNullable(step.link())))
                .allMatch(link -> link.startsWith("/api/v1/vendors/acme/"));
    }
}
