package io.bellwether.notify;

import io.bellwether.core.alert.routing.Timing;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An intent that is to be made.
 *
 * @param telling as its receiver is to read it
 * @param owed whether it is to be told though the alert is over by then
 * @param cause why it is told beside the routes; empty for what they lead to
 * @param insteadOf the intent of a broken channel in whose place it is made; null for any other
 */
record Draft(
        Telling telling,
        Receiver receiver,
        Group group,
        boolean owed,
        String cause,
        @Nullable UUID insteadOf) {

    Draft(Telling telling, Receiver receiver, Group group, boolean owed) {
        this(telling, receiver, group, owed, "", null);
    }

    /**
     * The alerts that it is told together with.
     *
     * @param name the same as long as the routes are
     * @param receiver its name in the routes
     * @param labels in which its alerts agree
     * @param alone whether it is never told together with other groups
     */
    record Group(String name, String receiver, Map<String, String> labels, Timing timing, boolean alone) {

        Group(String name, String receiver, Map<String, String> labels, Timing timing) {
            this(name, receiver, labels, timing, false);
        }

        /** The part of it that one alert is. */
        Group of(UUID alert) {
            return new Group(name + " " + alert, receiver, labels, timing, alone);
        }
    }

    /** When it is to be looked at, unless its group has begun already. */
    Instant due() {
        return telling.at().plus(group.timing().groupWait());
    }
}
