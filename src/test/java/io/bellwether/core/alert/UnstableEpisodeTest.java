package io.bellwether.core.alert;

import static io.bellwether.core.alert.Severity.CRITICAL;
import static io.bellwether.core.alert.Severity.WARNING;
import static io.bellwether.core.alert.Signal.GOOD;
import static io.bellwether.core.alert.Signal.NO_DATA;
import static io.bellwether.core.alert.Signal.bad;
import static io.bellwether.core.alert.Transition.Kind.FIRING;
import static io.bellwether.core.alert.Transition.Kind.RESOLVED;
import static io.bellwether.core.alert.Transition.Kind.SEVERITY_CHANGED;
import static io.bellwether.core.alert.Transition.Kind.STEADY;
import static io.bellwether.core.alert.Transition.Kind.UNSTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alerts that come and go; one result a minute. */
class UnstableEpisodeTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Policy QUICK = Policy.inARow(1, 1).watchedFor(Flapping.DEFAULT);

    private @Nullable Episode episode;
    private int minute;
    private final List<Transition> told = new ArrayList<>();

    @Test
    void ofAnAlertThatComesAndGoesFiveChangesAreToldThenThatItIsUnstableThenItsEnd() {
        results(QUICK, 40, UnstableEpisodeTest::byTurns);
        List<Transition> meanwhile = List.copyOf(told);
        results(QUICK, 40, _ -> GOOD);

        assertThat(meanwhile)
                .extracting(Transition::kind)
                .containsExactly(FIRING, RESOLVED, FIRING, RESOLVED, FIRING, UNSTABLE);
        assertThat(meanwhile).extracting(Transition::at).endsWith(at(5), at(6));
        assertThat(told).hasSize(7);
        assertThat(told.getLast()).isEqualTo(new Transition(3, RESOLVED, CRITICAL, at(56)));
        assertThat(episode.condition()).isEqualTo(Condition.RESOLVED);
        assertThat(episode.stability().changes()).isEqualTo(40);
        assertThat(episode.stability().bad()).isEqualTo(Duration.ofMinutes(20));
        assertThat(episode.stability().since()).isEqualTo(at(1));
    }

    @Test
    void whoAsksForTwoInARowIsToldOfNoChangeAtAll() {
        Policy patient = Policy.inARow(2, 2).watchedFor(Flapping.DEFAULT);

        results(patient, 40, UnstableEpisodeTest::byTurns);
        results(patient, 40, _ -> GOOD);

        assertThat(told).isEmpty();
    }

    @Test
    void whoAsksForTwoGoodInARowIsToldOfOneOutage() {
        Policy outage = Policy.inARow(1, 2).watchedFor(Flapping.DEFAULT);

        results(outage, 40, UnstableEpisodeTest::byTurns);
        results(outage, 40, _ -> GOOD);

        assertThat(told).extracting(Transition::kind).containsExactly(FIRING, RESOLVED);
    }

    @Test
    void slowChangesMakeItUnstableTooWhenTheyAreMany() {
        Policy outage = Policy.inARow(1, 2).watchedFor(Flapping.DEFAULT);

        results(outage, 40, result -> (result / 2) % 2 == 0 ? bad(CRITICAL) : GOOD);
        results(outage, 40, _ -> GOOD);

        assertThat(told)
                .extracting(Transition::kind)
                .containsExactly(FIRING, RESOLVED, FIRING, RESOLVED, FIRING, UNSTABLE, RESOLVED);
    }

    @Test
    void whatBeginsUnstableIsToldAsBegunAndUnstable() {
        // After a rest the sixth change is just not one too many, but the seventh is, and it is a begin.
        results(QUICK, 5, UnstableEpisodeTest::byTurns);
        results(QUICK, 9, _ -> bad(CRITICAL));
        results(QUICK, 1, _ -> GOOD);
        told.clear();

        results(QUICK, 1, _ -> bad(CRITICAL));

        assertThat(told).extracting(Transition::kind).containsExactly(FIRING, UNSTABLE);
        assertThat(told).extracting(Transition::number).containsExactly(1, 2);
        assertThat(episode.unstable()).isTrue();
    }

    @Test
    void whatStaysBadIsToldToBeSteadyAndLaterToBeOver() {
        results(QUICK, 20, UnstableEpisodeTest::byTurns);
        told.clear();

        results(QUICK, 40, _ -> bad(CRITICAL));
        results(QUICK, 1, _ -> GOOD);

        assertThat(told).extracting(Transition::kind).containsExactly(STEADY, RESOLVED);
        assertThat(told).extracting(Transition::number).containsExactly(3, 4);
    }

    @Test
    void onlyThatItIsWorseIsToldMeanwhile() {
        results(QUICK, 10, result -> result % 2 == 0 ? bad(WARNING) : GOOD);
        told.clear();

        results(QUICK, 10, result -> result % 2 == 0 ? bad(result % 4 == 0 ? CRITICAL : WARNING) : GOOD);

        assertThat(told).containsExactly(new Transition(3, SEVERITY_CHANGED, CRITICAL, at(11)));
        assertThat(episode.severity()).isEqualTo(CRITICAL);
    }

    @Test
    void rareOutagesAreOutagesEach() {
        for (int outage = 0; outage < 10; outage++) {
            results(QUICK, 1, _ -> bad(CRITICAL));
            results(QUICK, 12, _ -> GOOD);
        }

        assertThat(told).hasSize(20).extracting(Transition::kind).containsOnly(FIRING, RESOLVED);
    }

    @Test
    void whatCannotBeToldIsNoResult() {
        results(QUICK, 10, UnstableEpisodeTest::byTurns);
        Episode before = episode;

        results(QUICK, 30, _ -> NO_DATA);

        assertThat(episode).isEqualTo(before);
    }

    @Test
    void withoutSteadyEvidenceNothingIsEverUnstable() {
        results(Policy.inARow(1, 1), 40, UnstableEpisodeTest::byTurns);

        assertThat(told).hasSize(40).extracting(Transition::kind).containsOnly(FIRING, RESOLVED);
    }

    @Test
    void afterItsEndItsChangesAreCountedAnew() {
        results(QUICK, 40, UnstableEpisodeTest::byTurns);
        results(QUICK, 40, _ -> GOOD);

        results(QUICK, 2, UnstableEpisodeTest::byTurns);

        assertThat(told).extracting(Transition::kind).endsWith(FIRING, RESOLVED);
        assertThat(episode.stability().changes()).isEqualTo(2);
        assertThat(episode.stability().bad()).isEqualTo(Duration.ofMinutes(1));
    }

    private static Signal byTurns(int result) {
        return result % 2 == 0 ? bad(CRITICAL) : GOOD;
    }

    /** As the register of episodes does: what is good matters only while one is open. */
    private void results(Policy policy, int count, IntFunction<Signal> results) {
        IntStream.range(0, count).forEach(result -> {
            minute++;
            boolean open = episode != null && episode.condition() != Condition.RESOLVED;
            Signal signal = results.apply(result);
            if (open || signal instanceof Signal.Bad) {
                Episode last = episode;
                Step step = EpisodeMachine.step(episode, signal, policy, at(minute));
                told.addAll(step.transitions());
                episode = step.next() == null && last != null && last.condition() == Condition.RESOLVED
                        ? last
                        : step.next();
            }
        });
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
