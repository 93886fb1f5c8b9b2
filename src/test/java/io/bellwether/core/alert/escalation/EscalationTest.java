package io.bellwether.core.alert.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.bellwether.core.Lens;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.escalation.EscalationPlan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscalationTest {

    private static final Instant FIRED = Instant.parse("2026-11-22T10:00:00Z");
    private static final List<Step> STEPS = List.of(step(0, "owner"), step(15, "lead"), step(30, "manager"));

    @Test
    void takesItsStepsInOrderEachAfterTheOneBefore() {
        assertThat(taken(new EscalationPlan(STEPS, 0))).containsExactly("10:00 owner", "10:15 lead", "10:45 manager");
    }

    @Test
    void beginsAgainAsOftenAsThePlanSays() {
        EscalationPlan plan = new EscalationPlan(List.of(step(5, "owner"), step(10, "lead")), 2);

        assertThat(taken(plan))
                .containsExactly("10:05 owner", "10:15 lead", "10:20 owner", "10:30 lead", "10:35 owner", "10:45 lead");
    }

    @Test
    void isDueFromTheMomentOn() {
        Escalation lead = begun().taken(FIRED);

        assertThat(lead.isDue(at(15).minusMillis(1))).isFalse();
        assertThat(lead.isDue(at(15))).isTrue();
        assertThat(who(lead)).isEqualTo("lead");
    }

    @Test
    void isHeldWhileSomebodyTakesCareAndGoesOnWhereItWas() {
        Escalation held = begun().taken(FIRED).held(at(5));
        assertThat(held.isDue(at(1_000))).isFalse();

        Escalation resumed = held.resumed(at(100));
        assertThat(resumed.dueAt()).isEqualTo(at(110));
        assertThat(who(resumed)).isEqualTo("lead");
        assertThat(resumed.left()).isNull();
    }

    @Test
    void aStepThatWasDueWhenItWasHeldIsTakenAtOnceAfterwards() {
        assertThat(begun().taken(FIRED).held(at(20)).resumed(at(60)).dueAt()).isEqualTo(at(60));
    }

    @Test
    void holdingTwiceLosesNothing() {
        Escalation held = begun().taken(FIRED).held(at(5));

        assertThat(held.held(at(9))).isEqualTo(held);
        assertThat(begun().resumed(at(9))).isEqualTo(begun());
    }

    @Test
    void whatIsThroughStaysThrough() {
        Escalation through = begun().taken(FIRED).taken(at(15)).taken(at(45));

        assertThat(through.isDue(at(1_000))).isFalse();
        assertThat(through.held(at(50)).resumed(at(60)).isDue(at(1_000))).isFalse();
    }

    @Test
    void stepsAreCountedOverAllRounds() {
        Escalation second = Escalation.begin(new EscalationPlan(STEPS, 1), FIRED)
                .taken(FIRED)
                .taken(at(15))
                .taken(at(45));

        assertThat(begun().number()).isEqualTo(1);
        assertThat(second.round()).isEqualTo(1);
        assertThat(second.number()).isEqualTo(4);
    }

    @Test
    void whatHasEndedIsNeverResumed() {
        Escalation ended = begun().held(at(5)).ended();

        assertThat(ended.over()).isTrue();
        assertThat(begun().held(at(5)).over()).isFalse();
        assertThat(ended.resumed(at(6)).over()).isTrue();
    }

    @Test
    void aStepMayBeForSevereAlertsAlone() {
        Step manager = new Step(Duration.ZERO, new Target.Owner(Lens.IT), Severity.WARNING);

        assertThat(manager.tellsOf(Severity.CRITICAL)).isTrue();
        assertThat(manager.tellsOf(Severity.WARNING)).isTrue();
        assertThat(manager.tellsOf(Severity.INFO)).isFalse();
        assertThat(step(0, "owner").tellsOf(Severity.INFO)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6})
    void theRepeatsAreBounded(int repeats) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EscalationPlan(STEPS, repeats));
    }

    @Test
    void aPlanHasSteps() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EscalationPlan(List.of(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> step(-1, "owner"));
        assertThat(new EscalationPlan(STEPS, EscalationPlan.MOST_REPEATS).repeats())
                .isEqualTo(5);
    }

    private static List<String> taken(EscalationPlan plan) {
        List<String> steps = new ArrayList<>();
        Escalation escalation = Escalation.begin(plan, FIRED);
        while (escalation.dueAt() != null) {
            Instant due = escalation.dueAt();
            steps.add(due.toString().substring(11, 16) + " " + who(escalation));
            escalation = escalation.taken(due);
        }
        return steps;
    }

    private static Escalation begun() {
        return Escalation.begin(new EscalationPlan(STEPS, 0), FIRED);
    }

    private static Instant at(int minutes) {
        return FIRED.plus(Duration.ofMinutes(minutes));
    }

    private static String who(Escalation escalation) {
        return escalation.step().to().words();
    }

    private static Step step(int minutes, String person) {
        return new Step(Duration.ofMinutes(minutes), new Target.Person(person), null);
    }
}
