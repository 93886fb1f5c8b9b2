package io.bellwether.core.alert.routing;

import static io.bellwether.core.alert.Severity.CRITICAL;
import static io.bellwether.core.alert.Severity.WARNING;
import static io.bellwether.core.alert.routing.News.Kind.DIGEST;
import static io.bellwether.core.alert.routing.News.Kind.FIRING;
import static io.bellwether.core.alert.routing.News.Kind.REMINDER;
import static io.bellwether.core.alert.routing.News.Kind.RESOLVED;
import static io.bellwether.core.alert.routing.News.Kind.SEVERITY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.routing.GroupLook.Scene;
import io.bellwether.core.alert.routing.GroupNews.Reason;
import io.bellwether.core.alert.routing.GroupNews.Standing;
import io.bellwether.core.alert.routing.GroupNews.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupLookTest {

    private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration REPEAT = Duration.ofHours(4);
    private static final Instant LATER = BEGIN.plus(REPEAT).plusSeconds(1);

    @Test
    void anAlertThatFiresIsTold() {
        GroupLook look = look(List.of(news(1, "a", FIRING)), null);

        assertThat(look.reason()).contains(Reason.FIRST);
        assertThat(look.standing().firing()).containsOnly(Map.entry("a", WARNING));
        assertThat(look.fates()).containsOnly(Map.entry(1L, Fate.TELL));
    }

    @Test
    void theEndOfAKnownAlertIsTold() {
        GroupLook look = look(List.of(news(2, "a", RESOLVED)), told("a"));

        assertThat(look.reason()).contains(Reason.ALL_RESOLVED);
        assertThat(look.standing()).isEqualTo(new Standing(Map.of(), Set.of("a")));
        assertThat(look.fates()).containsOnly(Map.entry(2L, Fate.TELL));
    }

    @Test
    void anAlertThatIsOverBeforeTheFirstLookIsBrief() {
        GroupLook look = look(List.of(news(1, "a", FIRING), news(2, "a", RESOLVED)), null);

        assertThat(look.reason()).isEmpty();
        assertThat(look.fates()).containsOnly(Map.entry(1L, Fate.BRIEF), Map.entry(2L, Fate.BRIEF));
    }

    @Test
    void aBeginThatCouldNotBeToldIsToldWithItsEnd() {
        GroupLook look = look(List.of(owed(1, "a", FIRING), news(2, "a", RESOLVED)), null);

        assertThat(look.reason()).contains(Reason.PASSED);
        assertThat(look.standing()).isEqualTo(new Standing(Map.of(), Set.of()));
        assertThat(look.fates()).containsOnly(Map.entry(1L, Fate.COALESCED), Map.entry(2L, Fate.TELL_BOTH));
    }

    @Test
    void aBeginAndItsRiseAreToldAtOnce() {
        GroupLook look = look(List.of(news(1, "a", FIRING), new News(2, "a", SEVERITY_CHANGED, CRITICAL, false)), null);

        assertThat(look.standing().firing()).containsOnly(Map.entry("a", CRITICAL));
        assertThat(look.fates()).containsOnly(Map.entry(1L, Fate.COALESCED), Map.entry(2L, Fate.TELL));
    }

    @Test
    void aRiseThatIsTakenBackBeforeItIsToldIsNotTold() {
        List<News> there = List.of(
                new News(2, "a", SEVERITY_CHANGED, CRITICAL, false),
                new News(3, "a", SEVERITY_CHANGED, WARNING, false));

        GroupLook look = look(there, told("a"));

        assertThat(look.reason()).isEmpty();
        assertThat(look.fates()).containsOnly(Map.entry(2L, Fate.COALESCED), Map.entry(3L, Fate.COALESCED));
    }

    @Test
    void aMutedAlertWaitsAndTheOthersDoNot() {
        GroupLook look = look(
                List.of(news(1, "a", FIRING), news(2, "b", FIRING)), null, Map.of("a", Hold.MUTED), Set.of(), BEGIN);

        assertThat(look.standing().firing()).containsOnlyKeys("b");
        assertThat(look.fates()).containsOnly(Map.entry(1L, Fate.HELD), Map.entry(2L, Fate.TELL));
    }

    @Test
    void anAlertThatIsOverWhileItIsMutedIsNotToldEvenIfThatWasTried() {
        GroupLook look = look(
                List.of(owed(1, "a", FIRING), news(2, "a", RESOLVED)), null, Map.of("a", Hold.MUTED), Set.of(), BEGIN);

        assertThat(look.reason()).isEmpty();
        assertThat(look.fates()).containsOnly(Map.entry(1L, Fate.MUTED), Map.entry(2L, Fate.MUTED));
    }

    @Test
    void theEndOfAKnownAlertIsToldThoughItIsMutedNow() {
        GroupLook look = look(List.of(news(2, "a", RESOLVED)), told("a"), Map.of("a", Hold.MUTED), Set.of(), BEGIN);

        assertThat(look.reason()).contains(Reason.ALL_RESOLVED);
    }

    @Test
    void whatIsDeferredWaitsWhateverItIs() {
        GroupLook look = look(
                List.of(news(1, "b", FIRING), news(2, "b", RESOLVED), news(3, "a", RESOLVED)),
                told("a"),
                Map.of("a", Hold.DEFERRED, "b", Hold.DEFERRED),
                Set.of(),
                BEGIN);

        assertThat(look.reason()).isEmpty();
        assertThat(look.fates().values()).containsOnly(Fate.HELD);
        assertThat(look.standing().firing()).containsOnlyKeys("a");
    }

    @Test
    void anUnchangedGroupIsToldAgainAfterTheRepeatInterval() {
        assertThat(look(List.of(), told("a"), Map.of(), Set.of(), BEGIN.plus(REPEAT))
                        .reason())
                .isEmpty();
        assertThat(look(List.of(), told("a"), Map.of(), Set.of(), LATER).reason())
                .contains(Reason.REPEAT);
    }

    @Test
    void whatSomebodyTakesCareOfOrIsMutedIsNotToldAgain() {
        assertThat(look(List.of(), told("a"), Map.of(), Set.of("a"), LATER).reason())
                .isEmpty();
        assertThat(look(List.of(), told("a"), Map.of("a", Hold.MUTED), Set.of(), LATER)
                        .reason())
                .isEmpty();
    }

    @Test
    void whoKnowsAnAlertIsRemindedOfItWhenNobodyTakesCareOfItAnyMore() {
        GroupLook look = look(List.of(news(2, "a", News.Kind.REMINDER)), told("a"));

        assertThat(look.reason()).contains(Reason.REMINDER);
        assertThat(look.fates()).containsOnly(Map.entry(2L, Fate.TELL));
        assertThat(look.standing().firing()).containsOnly(Map.entry("a", WARNING));
    }

    @Test
    void newsOfAnotherAlertIsToldThoughTheKnownOneIsTakenCareOf() {
        assertThat(look(List.of(news(2, "b", FIRING)), told("a"), Map.of(), Set.of("a"), BEGIN)
                        .reason())
                .contains(Reason.NEW_ALERTS);
    }

    @Test
    void aReminderIsToldThoughTheSeverityHasGoneAndComeBackSince() {
        GroupLook look = look(List.of(news(2, "a", REMINDER), news(3, "a", SEVERITY_CHANGED)), told("a"));

        assertThat(look.reason()).contains(Reason.REMINDER);
        assertThat(look.fates()).containsOnly(Map.entry(2L, Fate.COALESCED), Map.entry(3L, Fate.TELL));
    }

    @Test
    void aDigestIsToldOnceAndIsNothingThatFires() {
        GroupLook look = look(List.of(owed(1, "digest", DIGEST)), null);

        assertThat(look.reason()).contains(Reason.DIGEST);
        assertThat(look.standing()).isEqualTo(new Standing(Map.of(), Set.of()));
        assertThat(look.fates()).containsOnly(Map.entry(1L, Fate.TELL));
        Told told = new Told(look.standing(), BEGIN);
        assertThat(look(List.of(), told, Map.of(), Set.of(), LATER).reason()).isEmpty();
        assertThat(look(List.of(news(2, "next", DIGEST)), told).reason()).contains(Reason.DIGEST);
    }

    private static GroupLook look(List<News> waiting, @Nullable Told last) {
        return look(waiting, last, Map.of(), Set.of(), BEGIN);
    }

    private static GroupLook look(
            List<News> waiting, @Nullable Told last, Map<String, Hold> holds, Set<String> handled, Instant now) {
        return GroupLook.at(waiting, last, new Scene(holds, handled, REPEAT, now));
    }

    private static Told told(String alert) {
        return new Told(new Standing(Map.of(alert, WARNING), Set.of()), BEGIN);
    }

    private static News news(long number, String alert, News.Kind kind) {
        return new News(number, alert, kind, WARNING, false);
    }

    private static News owed(long number, String alert, News.Kind kind) {
        return new News(number, alert, kind, Severity.WARNING, true);
    }
}
