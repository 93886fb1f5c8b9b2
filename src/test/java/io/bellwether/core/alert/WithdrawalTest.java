package io.bellwether.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WithdrawalTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void whoWasToldIsToldThatItIsOver() {
        Episode firing = fired(Policy.inARow(1, 2));

        Step step = Withdrawal.of(firing, at(10), "its rule was deleted");

        assertThat(step.next()).isNotNull().satisfies(over -> {
            assertThat(over.condition()).isEqualTo(Condition.RESOLVED);
            assertThat(over.resolvedAt()).isEqualTo(at(10));
            assertThat(over.firedAt()).isEqualTo(START);
        });
        assertThat(step.transitions())
                .containsExactly(new Transition(2, Transition.Kind.RESOLVED, Severity.WARNING, at(10)));
    }

    @Test
    void anEpisodeThatNobodyKnowsOfVanishes() {
        Step pending = EpisodeMachine.step(null, Signal.bad(Severity.WARNING), Policy.inARow(3, 2), START);

        Step step = Withdrawal.of(Objects.requireNonNull(pending.next()), at(1), "its rule was deleted");

        assertThat(step.next()).isNull();
        assertThat(step.transitions()).isEmpty();
    }

    @Test
    void isNeverBeforeTheNewestEvidence() {
        Step step = Withdrawal.of(fired(Policy.inARow(1, 2)), START.minusSeconds(60), "its rule was deleted");

        assertThat(step.transitions()).extracting(Transition::at).containsExactly(START);
    }

    @Test
    void aNewSeverityIsToldOnce() {
        Episode firing = fired(Policy.inARow(1, 2));

        Step raised = Reassessment.of(firing, Severity.CRITICAL, at(5), "a campaign has begun");
        Episode critical = Objects.requireNonNull(raised.next());

        assertThat(critical.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(critical.condition()).isEqualTo(Condition.FIRING);
        assertThat(critical.lastEventAt()).isEqualTo(firing.lastEventAt());
        assertThat(raised.transitions())
                .containsExactly(new Transition(2, Transition.Kind.SEVERITY_CHANGED, Severity.CRITICAL, at(5)));
        assertThat(Reassessment.of(critical, Severity.CRITICAL, at(6), "again").transitions())
                .isEmpty();
    }

    @Test
    void theSeverityOfWhatNobodyKnowsOfIsLeftAlone() {
        Episode pending = Objects.requireNonNull(
                EpisodeMachine.step(null, Signal.bad(Severity.WARNING), Policy.inARow(3, 2), START)
                        .next());

        assertThat(Reassessment.of(pending, Severity.CRITICAL, at(1), "a campaign has begun"))
                .isEqualTo(new Step(pending, List.of(), "a campaign has begun"));
    }

    private static Episode fired(Policy policy) {
        return Objects.requireNonNull(EpisodeMachine.step(null, Signal.bad(Severity.WARNING), policy, START)
                .next());
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
