package io.bellwether.alert;

import io.bellwether.alert.SlownessJudge.Answer;
import io.bellwether.history.Observations;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The last good answers of several probes, whichever node got them. */
@Singleton
class RecentAnswers {

    /** Far enough for five answers of the slowest interval that makes sense, near enough to open few partitions. */
    private static final Duration REACH = Duration.ofDays(2);

    private final Observations observations;

    RecentAnswers(Observations observations) {
        this.observations = observations;
    }

    /** At most {@value SlownessJudge#WINDOW} of each probe, newest first. */
    Map<UUID, List<Answer>> of(Collection<UUID> probes, Instant upTo) {
        Map<UUID, List<Answer>> answers = new HashMap<>();
        observations
                .lastGood(probes, upTo.minus(REACH), upTo, SlownessJudge.WINDOW)
                .forEach((probe, good) -> answers.put(
                        probe,
                        good.stream()
                                .map(one -> new Answer(one.outcome(), one.duration()))
                                .toList()));
        return answers;
    }
}
