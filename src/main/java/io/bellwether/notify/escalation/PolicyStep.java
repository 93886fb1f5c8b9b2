package io.bellwether.notify.escalation;

import io.bellwether.core.Lens;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.escalation.EscalationPlan;
import io.bellwether.core.alert.escalation.Target;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a policy.
 *
 * @param after the step before it, or the alert's begin; at most seven days
 * @param to who is told
 * @param onlyIf nobody is told while the alert is less severe; absent when that does not matter
 */
public record PolicyStep(
        @NotNull Duration after,
        @NotNull @Valid Recipient to,
        @Nullable Severity onlyIf) {

    /**
     * Exactly one of the three.
     *
     * @param channel the name of a channel
     * @param person an e-mail address
     * @param owner whoever owns the vendor on this side when the step is taken
     */
    public record Recipient(
            @Nullable @Size(min = 1, max = 120) String channel,
            @Nullable @Email @Size(max = 254) String person,
            @Nullable Lens owner) {

        boolean exact() {
            return Stream.of(channel, person, owner).filter(Objects::nonNull).count() == 1;
        }

        Target target() {
            if (channel != null) {
                return new Target.Place(channel);
            }
            return person != null ? new Target.Person(person) : new Target.Owner(Objects.requireNonNull(owner));
        }
    }

    EscalationPlan.Step step() {
        return new EscalationPlan.Step(after, to.target(), onlyIf);
    }
}
