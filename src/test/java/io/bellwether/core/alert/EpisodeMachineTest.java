package io.bellwether.core.alert;

import static io.bellwether.core.alert.Severity.CRITICAL;
import static io.bellwether.core.alert.Severity.WARNING;
import static io.bellwether.core.alert.Signal.GOOD;
import static io.bellwether.core.alert.Signal.NO_DATA;
import static io.bellwether.core.alert.Signal.bad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpisodeMachineTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Policy AT_ONCE = Policy.inARow(1, 2);
    private static final Policy PATIENT = Policy.inARow(3, 2);

    @Test
    void nothingIsOpenWhileAllIsWell() {
        assertThat(run(AT_ONCE, GOOD, NO_DATA, GOOD).next).isNull();
    }

    @Test
    void firesAtOnceWhenThePolicySaysSo() {
        Run run = run(AT_ONCE, bad(CRITICAL));

        assertThat(run.told).containsExactly(new Transition(1, Transition.Kind.FIRING, CRITICAL, at(0)));
        assertThat(run.next.condition()).isEqualTo(Condition.FIRING);
        assertThat(run.next.firedAt()).isEqualTo(at(0));
        assertThat(run.next.handling()).isEqualTo(Handling.NEW);
    }

    @Test
    void waitsForEnoughBadEvidenceInARow() {
        assertThat(run(PATIENT, bad(WARNING), bad(WARNING)).told).isEmpty();

        Run run = run(PATIENT, bad(WARNING), bad(WARNING), bad(WARNING));
        assertThat(run.told).extracting(Transition::kind).containsExactly(Transition.Kind.FIRING);
        assertThat(run.next.startedAt()).isEqualTo(at(0));
        assertThat(run.next.firedAt()).isEqualTo(at(2));
    }

    @Test
    void forgetsAPendingEpisodeAtTheFirstGoodEvidence() {
        assertThat(run(PATIENT, bad(WARNING), bad(WARNING), GOOD).next).isNull();
        assertThat(run(PATIENT, bad(WARNING), bad(WARNING), GOOD, bad(WARNING)).told)
                .isEmpty();
    }

    @Test
    void firesWhenEnoughOfTheLatestEvidenceIsBad() {
        Policy threeOfFive = new Policy(3, 5, 2);

        Run run = run(threeOfFive, bad(WARNING), GOOD, bad(WARNING), GOOD, bad(CRITICAL));
        assertThat(run.told).containsExactly(new Transition(1, Transition.Kind.FIRING, CRITICAL, at(4)));
        assertThat(run.next.startedAt()).isEqualTo(at(0));
        assertThat(run.next.recent()).isEmpty();
    }

    /** The first bad evidence is too long ago when the third comes; the second and what follows is what fires. */
    @Test
    void evidenceThatIsTooOldDoesNotCount() {
        Policy threeOfFive = new Policy(3, 5, 2);
        Signal[] history = {bad(WARNING), GOOD, GOOD, bad(WARNING), GOOD, bad(WARNING)};

        assertThat(run(threeOfFive, history).told).isEmpty();
        assertThat(run(threeOfFive, history).next.startedAt()).isEqualTo(at(3));

        Signal[] longer = Arrays.copyOf(history, 7);
        longer[6] = bad(WARNING);
        assertThat(run(threeOfFive, longer).next.startedAt()).isEqualTo(at(3));
        assertThat(run(threeOfFive, longer).told).hasSize(1);
    }

    @Test
    void aPendingEpisodeIsForgottenWhenItCannotFireAnyMore() {
        Policy twoOfThree = new Policy(2, 3, 1);

        assertThat(run(twoOfThree, bad(WARNING), GOOD).next.condition()).isEqualTo(Condition.PENDING);
        assertThat(run(twoOfThree, bad(WARNING), GOOD, GOOD).next).isNull();
        assertThat(run(twoOfThree, bad(WARNING), GOOD, GOOD, bad(WARNING)).told).isEmpty();
        assertThat(run(twoOfThree, bad(WARNING), GOOD, bad(WARNING)).told).hasSize(1);
    }

    @Test
    void missingDataNeitherCountsNorMakesOlder() {
        Policy twoOfTwo = Policy.inARow(2, 1);

        assertThat(run(twoOfTwo, bad(WARNING), NO_DATA, NO_DATA, bad(WARNING)).told)
                .hasSize(1);
    }

    @Test
    void resolvesAfterEnoughGoodEvidenceInARow() {
        Run run = run(AT_ONCE, bad(CRITICAL), GOOD, GOOD);

        assertThat(run.told)
                .extracting(Transition::kind)
                .containsExactly(Transition.Kind.FIRING, Transition.Kind.RESOLVED);
        assertThat(run.next.resolvedAt()).isEqualTo(at(2));
    }

    @Test
    void flappingInsideAnEpisodeTellsNothing() {
        Run run = run(AT_ONCE, bad(CRITICAL), GOOD, bad(CRITICAL), GOOD, bad(CRITICAL), GOOD);

        assertThat(run.told).hasSize(1);
        assertThat(run.next.condition()).isEqualTo(Condition.RECOVERING);
    }

    @Test
    void missingDataNeitherFiresNorResolves() {
        assertThat(run(AT_ONCE, NO_DATA, NO_DATA).next).isNull();

        Run run = run(AT_ONCE, bad(CRITICAL), GOOD, NO_DATA, NO_DATA);
        assertThat(run.next.condition()).isEqualTo(Condition.RECOVERING);
        assertThat(run.next.goodStreak()).isEqualTo(1);
    }

    @Test
    void severityMayRiseAndFallInsideAnEpisode() {
        Run run = run(AT_ONCE, bad(WARNING), bad(CRITICAL), bad(CRITICAL), bad(WARNING));

        assertThat(run.told)
                .extracting(Transition::number, Transition::kind, Transition::severity)
                .containsExactly(
                        tuple(1, Transition.Kind.FIRING, WARNING),
                        tuple(2, Transition.Kind.SEVERITY_CHANGED, CRITICAL),
                        tuple(3, Transition.Kind.SEVERITY_CHANGED, WARNING));
    }

    @Test
    void lateEvidenceChangesNothing() {
        Episode firing = run(AT_ONCE, bad(CRITICAL)).next;

        Step step = EpisodeMachine.step(firing, GOOD, Policy.inARow(1, 1), START.minusSeconds(1));

        assertThat(step.next()).isEqualTo(firing);
        assertThat(step.transitions()).isEmpty();
    }

    @Test
    void lateBadEvidenceDoesNotReopenWhatIsOver() {
        Episode resolved = run(AT_ONCE, bad(CRITICAL), GOOD, GOOD).next;

        assertThat(EpisodeMachine.step(resolved, bad(CRITICAL), AT_ONCE, at(1)).next())
                .isEqualTo(resolved);
    }

    @Test
    void aNewEpisodeIsUnhandledWhateverWasSaidOfTheLast() {
        Episode handled = run(AT_ONCE, bad(CRITICAL)).next.acknowledged(null);
        Episode resolved =
                EpisodeMachine.step(handled, GOOD, Policy.inARow(1, 1), at(1)).next();
        assertThat(resolved.handling()).isEqualTo(Handling.ACKNOWLEDGED);

        Step again = EpisodeMachine.step(resolved, bad(WARNING), AT_ONCE, at(2));

        assertThat(again.next().handling()).isEqualTo(Handling.NEW);
        assertThat(again.next().startedAt()).isEqualTo(at(2));
        assertThat(again.transitions()).extracting(Transition::number).containsExactly(1);
    }

    @Test
    void handlingSurvivesEvidence() {
        Episode snoozed = run(AT_ONCE, bad(WARNING)).next.snoozed(at(100));

        Episode later =
                EpisodeMachine.step(snoozed, bad(WARNING), AT_ONCE, at(1)).next();

        assertThat(later.handling()).isEqualTo(Handling.SNOOZED);
        assertThat(later.handlingUntil()).isEqualTo(at(100));
    }

    @Test
    void handlingEndsAtItsTimeAndNotBefore() {
        Episode snoozed = run(AT_ONCE, bad(WARNING)).next.snoozed(at(5));

        assertThat(snoozed.expired(at(4))).isFalse();
        assertThat(snoozed.expired(at(5))).isTrue();
        assertThat(snoozed.acknowledged(null).expired(at(5000))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 0", "3, 2, 1", "1, 61, 1"})
    void aPolicyThatCannotBeIsRefused(int fireAfter, int within, int recoverAfter) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Policy(fireAfter, within, recoverAfter));
    }

    @Test
    void aPolicyLooksAtWhatIsPossible() {
        assertThat(new Policy(1, 1, 1)).isEqualTo(Policy.inARow(1, 1));
        assertThat(new Policy(60, 60, 1).within()).isEqualTo(Policy.MOST);
    }

    private static final class Run {
        @Nullable Episode next;

        final List<Transition> told = new ArrayList<>();
    }

    private static Run run(Policy policy, Signal... signals) {
        Run run = new Run();
        for (int i = 0; i < signals.length; i++) {
            Step step = EpisodeMachine.step(run.next, signals[i], policy, at(i));
            run.next = step.next();
            run.told.addAll(step.transitions());
        }
        return run;
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }

    @Test
    void whoWasToldIsRemindedWhenAnAcknowledgementEnds() {
        Episode firing = EpisodeMachine.step(null, Signal.bad(Severity.WARNING), new Policy(1, 1, 1), at(0))
                .next();
        Episode acknowledged = firing.acknowledged(at(5));

        Step step = EpisodeMachine.handlingEnded(acknowledged, at(5));

        assertThat(step.transitions())
                .containsExactly(new Transition(2, Transition.Kind.REMINDER, Severity.WARNING, at(5)));
        assertThat(step.next().handling()).isEqualTo(Handling.NEW);
        assertThat(step.next().transitions()).isEqualTo(2);
        assertThat(EpisodeMachine.handlingEnded(acknowledged, at(4)).next()).isSameAs(acknowledged);
    }

    @Test
    void nobodyIsRemindedOfWhatNobodyWasToldOf() {
        Episode pending = EpisodeMachine.step(null, Signal.bad(Severity.WARNING), new Policy(2, 2, 1), at(0))
                .next()
                .acknowledged(at(5));

        Step step = EpisodeMachine.handlingEnded(pending, at(6));

        assertThat(step.transitions()).isEmpty();
        assertThat(step.next().handling()).isEqualTo(Handling.NEW);
    }
}
