package io.bellwether.notify.escalation;

import io.bellwether.core.alert.label.InvalidMatcher;
import io.bellwether.core.alert.label.MatcherText;
import io.bellwether.notify.Callouts;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a policy has to be beyond its shape. */
@Singleton
class PolicyRules {

    private static final Duration LONGEST_WAIT = Duration.ofDays(7);
    private static final Duration SHORTEST_ROUND = Duration.ofMinutes(1);

    private final Callouts callouts;

    PolicyRules(Callouts callouts) {
        this.callouts = callouts;
    }

    /** @throws Problem 400 naming each wrong field */
    void check(NewPolicy policy) {
        List<FieldError> errors = new ArrayList<>();
        checkMatchers(Objects.requireNonNullElse(policy.matchers(), List.of()), errors);
        for (int at = 0; at < policy.steps().size(); at++) {
            check(policy.steps().get(at), "/steps/" + at, errors);
        }
        Duration round = policy.steps().stream().map(PolicyStep::after).reduce(Duration.ZERO, Duration::plus);
        if (policy.plan().repeats() > 0 && round.compareTo(SHORTEST_ROUND) < 0) {
            errors.add(new FieldError("/repeats", "Steps that repeat must take at least a minute from first to last."));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static void checkMatchers(List<String> matchers, List<FieldError> errors) {
        for (int at = 0; at < matchers.size(); at++) {
            try {
                MatcherText.read(matchers.get(at));
            } catch (InvalidMatcher e) {
                errors.add(new FieldError("/matchers/" + at, e.detail()));
            }
        }
    }

    private void check(PolicyStep step, String pointer, List<FieldError> errors) {
        if (step.after().isNegative() || step.after().compareTo(LONGEST_WAIT) > 0) {
            errors.add(new FieldError(pointer + "/after", "Must be from PT0S to " + LONGEST_WAIT + "."));
        }
        if (!step.to().exact()) {
            errors.add(new FieldError(pointer + "/to", "Name exactly one of 'channel', 'person' and 'owner'."));
            return;
        }
        @Nullable String channel = step.to().channel();
        if (channel != null && !callouts.reaches(channel)) {
            errors.add(new FieldError(pointer + "/to/channel", "There is no enabled channel '" + channel + "'."));
        }
        if (channel == null && !callouts.reachesPeople()) {
            errors.add(new FieldError(
                    pointer + "/to", "People are told by mail; make a channel of the kind 'email' first."));
        }
    }
}
