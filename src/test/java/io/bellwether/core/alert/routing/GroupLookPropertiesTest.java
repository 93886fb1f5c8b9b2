package io.bellwether.core.alert.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.routing.GroupLook.Scene;
import io.bellwether.core.alert.routing.GroupNews.Reason;
import io.bellwether.core.alert.routing.GroupNews.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A receiver over time: alerts come and go, messages fail, alerts are muted and the receiver sleeps. */
class GroupLookPropertiesTest {

    private static final int ALERTS = 5;
    private static final int STEPS = 200;

    static List<Integer> seeds() {
        return IntStream.range(0, 200).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyNewsComesToOneEndAndNobodyIsToldOfAnEndWithoutABegin(int seed) {
        Receiver receiver = new Receiver(new Random(seed));
        for (int step = 0; step < STEPS; step++) {
            receiver.step();
        }
        receiver.settle();

        assertThat(receiver.waiting).isEmpty();
        assertThat(receiver.ended).hasSize((int) receiver.numbers);
        assertThat(receiver.knows()).isEqualTo(receiver.firing);
    }

    private static final class Receiver {

        private final Random random;
        private final Map<String, Severity> firing = new HashMap<>();
        private final Map<String, Hold> holds = new HashMap<>();
        private final Map<String, Integer> runs = new HashMap<>();
        private final List<News> waiting = new ArrayList<>();
        private final Set<Long> ended = new HashSet<>();
        private final Set<String> heardBegin = new HashSet<>();
        private @Nullable Told told;
        private long numbers;
        private Instant now = Instant.parse("2026-11-22T10:00:00Z");

        Receiver(Random random) {
            this.random = random;
        }

        Map<String, Severity> knows() {
            return told == null ? Map.of() : told.standing().firing();
        }

        void step() {
            now = now.plusSeconds(random.nextInt(600));
            switch (random.nextInt(4)) {
                case 0 -> change();
                case 1 -> hold();
                default -> look(random.nextInt(3) > 0);
            }
        }

        void settle() {
            holds.clear();
            look(true);
        }

        private void change() {
            String name = "alert " + random.nextInt(ALERTS);
            String alert = name + " run " + runs.getOrDefault(name, 0);
            Severity severity = random.nextBoolean() ? Severity.WARNING : Severity.CRITICAL;
            Severity before = firing.get(alert);
            if (before == null) {
                firing.put(alert, severity);
                add(alert, News.Kind.FIRING, severity);
            } else if (random.nextBoolean()) {
                firing.remove(alert);
                runs.merge(name, 1, Integer::sum);
                add(alert, News.Kind.RESOLVED, before);
            } else if (before != severity) {
                firing.put(alert, severity);
                add(alert, News.Kind.SEVERITY_CHANGED, severity);
            }
        }

        private void add(String alert, News.Kind kind, Severity severity) {
            numbers++;
            waiting.add(new News(numbers, alert, kind, severity, false));
        }

        private void hold() {
            holds.clear();
            waiting.stream()
                    .map(News::alert)
                    .filter(alert -> random.nextBoolean())
                    .forEach(alert -> holds.put(alert, random.nextBoolean() ? Hold.MUTED : Hold.DEFERRED));
        }

        private void look(boolean arrives) {
            GroupLook look = GroupLook.at(waiting, told, new Scene(holds, Set.of(), Duration.ofHours(4), now));
            assertThat(look.fates()).hasSize(waiting.size());
            Optional<Reason> reason = look.reason();
            if (reason.isEmpty()) {
                assertThat(look.fates().values()).doesNotContain(Fate.TELL, Fate.TELL_BOTH);
            }
            boolean fails = reason.isPresent() && !arrives;
            for (News news : List.copyOf(waiting)) {
                Fate fate = look.fates().get(news.number());
                if (fate == Fate.HELD) {
                    owe(news, holds.get(news.alert()) == Hold.DEFERRED);
                } else if (fails && (fate == Fate.TELL || fate == Fate.TELL_BOTH)) {
                    owe(news, true);
                } else {
                    waiting.remove(news);
                    assertThat(ended.add(news.number())).isTrue();
                    hear(news, fate);
                }
            }
            if (reason.isPresent() && arrives) {
                told = new Told(look.standing(), now);
            }
        }

        private void owe(News news, boolean owed) {
            waiting.replaceAll(each -> each.equals(news)
                    ? new News(news.number(), news.alert(), news.kind(), news.severity(), news.owed() || owed)
                    : each);
        }

        private void hear(News news, Fate fate) {
            boolean end = news.kind() == News.Kind.RESOLVED;
            switch (fate) {
                case TELL ->
                    assertThat(end ? heardBegin.remove(news.alert()) : true)
                            .as("the end of " + news.alert())
                            .isTrue();
                case TELL_BOTH, BRIEF, MUTED -> assertThat(heardBegin).doesNotContain(news.alert());
                case COALESCED, HELD -> {}
            }
            if (fate == Fate.TELL && !end) {
                heardBegin.add(news.alert());
            }
        }
    }
}
