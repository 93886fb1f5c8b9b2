package io.bellwether.fact.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.PostureEvidence;
import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckFindingsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private record Seen(String target, Instant observedAt) implements PostureEvidence {

        @Override
        public String kind() {
            return "page";
        }
    }

    private static final Seen SEEN = new Seen("https://a.example", NOW);

    @Test
    void theFirstLookCountsAtOnce() {
        Finding finding = finding(looks("v1", "FAIL"), null);

        assertThat(finding.key()).isEqualTo("page:https://a.example:hsts");
        assertThat(finding.signal()).isEqualTo("hsts");
        assertThat(finding.value()).isEqualTo("FAIL");
        assertThat(finding.detail())
                .containsEntry("ruleSet", "v1")
                .containsEntry("resultCode", "fail")
                .containsEntry("target", "https://a.example")
                .doesNotContainKeys("rebased", "pending", "doubt");
    }

    @Test
    void aSingleWorseLookWaitsAndIsTold() {
        Finding waiting = finding(looks("v1", "FAIL", "PASS"), known("v1", "PASS", Map.of()));

        assertThat(waiting.value()).isEqualTo("PASS");
        assertThat(waiting.detail()).containsKey("pending");
        assertThat(finding(looks("v1", "FAIL", "FAIL", "PASS"), known(waiting)).value())
                .isEqualTo("FAIL");
        assertThat(finding(looks("v1", "PASS", "FAIL", "PASS"), known(waiting)).detail())
                .doesNotContainKey("pending");
    }

    @Test
    void whatTheLatestLookCouldNotTellStaysAsItWasWithADoubtSinceTheFirstSuchLook() {
        Finding doubted = finding(looks("v1", "UNKNOWN", "PASS"), known("v1", "PASS", Map.of()));
        Seen later = new Seen(SEEN.target(), NOW.plus(Duration.ofDays(1)));

        Finding again = new CheckFindings(later, looks("v1", "UNKNOWN", "UNKNOWN", "PASS"))
                .findings(Map.of(doubted.key(), known(doubted)))
                .getFirst();

        assertThat(again.value()).isEqualTo("PASS");
        assertThat(again.detail().get("doubt"))
                .isEqualTo(Map.of("since", NOW.toString(), "resultCode", "unknown", "reason", "It is UNKNOWN."));
    }

    @Test
    void whatWasNeverKnownIsUnknown() {
        assertThat(finding(looks("v1", "UNKNOWN"), null).value()).isEqualTo("UNKNOWN");
        assertThat(finding(looks("v1", "FAIL", "UNKNOWN"), known("v1", "UNKNOWN", Map.of()))
                        .value())
                .isEqualTo("FAIL");
    }

    @Test
    void otherRulesRebaseWhatCountsByTheLookBefore() {
        Finding rebased = finding(looks("v2", "FAIL", "FAIL"), known("v1", "PASS", Map.of()));

        assertThat(rebased.value()).isEqualTo("FAIL");
        assertThat(rebased.detail()).containsEntry("rebased", true).containsEntry("ruleSet", "v2");

        Finding vendorChangedMeanwhile = finding(looks("v2", "FAIL", "PASS"), known("v1", "PASS", Map.of()));
        assertThat(vendorChangedMeanwhile.value()).isEqualTo("PASS");
        assertThat(finding(looks("v2", "FAIL", "FAIL", "PASS"), known(vendorChangedMeanwhile))
                        .detail())
                .doesNotContainKey("rebased");
    }

    @Test
    void whileNoLookCanTellOtherRulesWaitForTheirBase() {
        Finding waiting = finding(looks("v2", "UNKNOWN", "UNKNOWN", "UNKNOWN"), known("v1", "PASS", Map.of()));

        assertThat(waiting.value()).isEqualTo("PASS");
        assertThat(waiting.detail()).containsEntry("ruleSet", "v1").containsKey("doubt");

        Finding rebased = finding(looks("v2", "FAIL", "UNKNOWN", "UNKNOWN"), known(waiting));
        assertThat(rebased.value()).isEqualTo("FAIL");
        assertThat(rebased.detail()).containsEntry("rebased", true).doesNotContainKey("doubt");
    }

    @Test
    void theBaseOfOtherRulesIsTheLastLookBeforeThatCouldTell() {
        CheckFact known = known("v1", "PASS", Map.of());

        Finding vendorChangedMeanwhile = finding(looks("v2", "FAIL", "UNKNOWN", "PASS"), known);

        assertThat(vendorChangedMeanwhile.value()).isEqualTo("PASS");
        assertThat(vendorChangedMeanwhile.detail()).containsEntry("rebased", true);
        assertThat(finding(looks("v2", "UNKNOWN", "UNKNOWN", "FAIL"), known).value())
                .isEqualTo("FAIL");
    }

    @Test
    void aCheckThatGoesOnToFailForAnotherReasonDoesSoSinceThen() {
        Seen later = new Seen(SEEN.target(), NOW.plus(Duration.ofDays(1)));

        assertThat(sinceOf(later, known("v1", "FAIL", Map.of("resultCode", "another"))))
                .isEqualTo(later.observedAt());
        assertThat(sinceOf(later, known("v1", "FAIL", Map.of()))).isEqualTo(NOW);
        assertThat(sinceOf(later, known("v1", "FAIL", Map.of("codeSince", "2026-11-20T10:00:00Z"))))
                .isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    }

    @Test
    void aRebasedStateStaysMarkedUntilTheVendorChanges() {
        CheckFact rebased = known("v2", "FAIL", Map.of("rebased", true));

        assertThat(finding(looks("v2", "FAIL", "FAIL"), rebased).detail()).containsEntry("rebased", true);
        assertThat(finding(looks("v2", "PASS", "PASS", "FAIL"), rebased).detail())
                .doesNotContainKey("rebased");
    }

    @Test
    void aCheckTheRulesDoNotHaveAnyMoreDoesNotApply() {
        Finding gone = new CheckFindings(SEEN, looks("v1", "PASS")).gone(known("v2", "FAIL", Map.of()));

        assertThat(gone.value()).isEqualTo("NOT_APPLICABLE");
        assertThat(gone.detail()).containsEntry("reason", "The rule set v1 has no such check.");
    }

    private static Instant sinceOf(Seen newest, CheckFact known) {
        return known(new CheckFindings(newest, looks("v1", "FAIL", "FAIL"))
                        .findings(Map.of(known.fact().key(), known))
                        .getFirst())
                .since();
    }

    private static Finding finding(List<Assessment> looks, @Nullable CheckFact known) {
        Map<String, CheckFact> byKey =
                known == null ? Map.of() : Map.of(known.fact().key(), known);
        return new CheckFindings(SEEN, looks).findings(byKey).getFirst();
    }

    private static List<Assessment> looks(String ruleSet, String... newestFirst) {
        return Arrays.stream(newestFirst)
                .map(outcome -> new Assessment(
                        ruleSet,
                        SEEN.target(),
                        NOW,
                        List.of(new CheckResult(
                                "hsts",
                                outcome.toLowerCase(Locale.ROOT),
                                CheckOutcome.of(outcome),
                                0,
                                0,
                                "It is " + outcome + ".",
                                Map.of())),
                        null))
                .toList();
    }

    private static CheckFact known(String ruleSet, String outcome, Map<String, Object> more) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("ruleSet", ruleSet);
        detail.put("resultCode", outcome.toLowerCase(Locale.ROOT));
        detail.putAll(more);
        return known(Finding.state(
                Dimension.SECURITY, "hsts", "page:https://a.example:hsts", outcome, NOW, "https://a.example", detail));
    }

    private static CheckFact known(Finding finding) {
        Fact fact = new Fact(
                new UUID(1, 1),
                new UUID(1, 2),
                new UUID(1, 3),
                finding.dimension(),
                finding.signal(),
                finding.key(),
                finding.value(),
                finding.occurredAt(),
                NOW,
                null,
                finding.source(),
                finding.detail());
        return CheckFact.of(fact).findFirst().orElseThrow();
    }
}
