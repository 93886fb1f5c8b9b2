package io.bellwether.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any evidence in any order; each seed is one history of 400 events. */
class EpisodePropertiesTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int EVENTS = 400;

    record Event(Signal signal, Instant at) {}

    static List<Integer> seeds() {
        return IntStream.range(0, 100).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEpisodeFiresOnceThenResolvesOnceAndIsNumberedWithoutGaps(int seed) {
        List<List<Transition>> episodes = episodes(seed);

        assertThat(episodes).isNotEmpty();
        for (int i = 0; i < episodes.size(); i++) {
            List<Transition> told = episodes.get(i);
            for (int n = 0; n < told.size(); n++) {
                assertThat(told.get(n).number()).isEqualTo(n + 1);
                assertThat(told.get(n).kind() == Transition.Kind.FIRING).isEqualTo(n == 0);
            }
            long resolved = told.stream()
                    .filter(transition -> transition.kind() == Transition.Kind.RESOLVED)
                    .count();
            if (i < episodes.size() - 1) {
                assertThat(resolved).isEqualTo(1);
            }
            if (resolved == 1) {
                assertThat(told.getLast().kind()).isEqualTo(Transition.Kind.RESOLVED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofWhatIsUnstableNothingButWorseIsToldUntilItIsSteadyOrOver(int seed) {
        for (List<Transition> told : episodes(seed)) {
            boolean unstable = false;
            Severity known = Severity.INFO;
            for (Transition transition : told) {
                switch (transition.kind()) {
                    case UNSTABLE -> {
                        assertThat(unstable).isFalse();
                        unstable = true;
                    }
                    case STEADY -> {
                        assertThat(unstable).isTrue();
                        unstable = false;
                    }
                    case SEVERITY_CHANGED ->
                        assertThat(unstable && transition.severity().compareTo(known) >= 0)
                                .isFalse();
                    case FIRING -> assertThat(unstable).isFalse();
                    case RESOLVED, REMINDER -> {}
                }
                known = transition.severity();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameEvidenceGivesTheSameEpisodes(int seed) {
        assertThat(episodes(seed)).isEqualTo(episodes(seed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTransitionIsNeverOlderThanTheOneBefore(int seed) {
        List<Transition> all = episodes(seed).stream().flatMap(List::stream).toList();

        assertThat(all).isSortedAccordingTo(Comparator.comparing(Transition::at));
    }

    /** The transitions of each episode, told apart by their FIRING. */
    private static List<List<Transition>> episodes(int seed) {
        Random random = new Random(seed);
        int fireAfter = 1 + random.nextInt(4);
        Policy patience = new Policy(fireAfter, fireAfter + random.nextInt(4), 1 + random.nextInt(4));
        Policy policy = seed % 2 == 0 ? patience.watchedFor(Flapping.DEFAULT) : patience;
        List<List<Transition>> episodes = new ArrayList<>();
        Episode episode = null;
        for (Event event : events(random)) {
            Step step = EpisodeMachine.step(episode, event.signal(), policy, event.at());
            if (step.next() != null) {
                assertThat(step.next().condition() == Condition.PENDING)
                        .isEqualTo(!step.next().recent().isEmpty());
                assertThat(step.next().condition() == Condition.RESOLVED)
                        .isEqualTo(step.next().resolvedAt() != null);
                assertThat(step.next().condition() == Condition.PENDING)
                        .isEqualTo(step.next().firedAt() == null);
            }
            for (Transition transition : step.transitions()) {
                if (transition.kind() == Transition.Kind.FIRING) {
                    episodes.add(new ArrayList<>());
                }
                episodes.getLast().add(transition);
            }
            episode = step.next();
        }
        return episodes;
    }

    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < EVENTS; i++) {
            now = now.plusSeconds(random.nextInt(60));
            Instant at = random.nextInt(10) == 0 ? now.minusSeconds(random.nextInt(300)) : now;
            events.add(new Event(signal(random), at));
        }
        return events;
    }

    private static Signal signal(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> Signal.NO_DATA;
            case 1, 2, 3, 4 -> Signal.bad(random.nextBoolean() ? Severity.CRITICAL : Severity.WARNING);
            default -> Signal.GOOD;
        };
    }
}
