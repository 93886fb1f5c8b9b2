package io.bellwether.core.alert.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.escalation.EscalationPlan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans of any shape, looked at any time, while people take care of the alert and leave off again. */
class EscalationPropertiesTest {

    private static final Instant FIRED = Instant.parse("2026-11-22T10:00:00Z");

    static List<Integer> seeds() {
        return IntStream.range(0, 300).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noStepIsLeftOutTakenTwiceTooEarlyOrWhileSomebodyTakesCare(int seed) {
        Random random = new Random(seed);
        EscalationPlan plan = plan(random);
        Escalation escalation = Escalation.begin(plan, FIRED);
        List<Integer> taken = new ArrayList<>();
        Instant now = FIRED;
        Duration unattended = Duration.ZERO;
        boolean held = false;
        while (taken.size() < steps(plan)) {
            Duration passed = Duration.ofSeconds(random.nextInt(1_200));
            now = now.plus(passed);
            unattended = held ? unattended : unattended.plus(passed);
            if (escalation.isDue(now)) {
                assertThat(held).as("somebody takes care").isFalse();
                taken.add(escalation.number());
                assertThat(unattended).isGreaterThanOrEqualTo(escalation.step().after());
                escalation = escalation.taken(now);
                unattended = Duration.ZERO;
            } else if (random.nextInt(4) == 0) {
                escalation = held ? escalation.resumed(now) : escalation.held(now);
                held = !held;
            }
        }

        assertThat(taken)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, steps(plan)).boxed().toList());
        assertThat(escalation.over()).isTrue();
        assertThat(escalation.resumed(now).isDue(now.plus(Duration.ofDays(9)))).isFalse();
    }

    private static int steps(EscalationPlan plan) {
        return plan.steps().size() * (plan.repeats() + 1);
    }

    private static EscalationPlan plan(Random random) {
        List<Step> steps = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(step ->
                        new Step(Duration.ofSeconds(random.nextInt(3_600)), new Target.Person("person " + step), null))
                .toList();
        return new EscalationPlan(steps, random.nextInt(EscalationPlan.MOST_REPEATS + 1));
    }
}
