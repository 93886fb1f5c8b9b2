package io.bellwether.notify;

import io.bellwether.core.alert.routing.Timing;
import java.time.Instant;
import java.util.Map;

/**
 * An intent that is to be made.
 *
 * @param telling as its receiver is to read it
 * @param owed whether it is to be told though the alert is over by then
 */
record Draft(Telling telling, Receiver receiver, Group group, boolean owed) {

    /**
     * The alerts that it is told together with.
     *
     * @param name the same as long as the routes are
     * @param receiver its name in the routes
     * @param labels in which its alerts agree
     */
    record Group(String name, String receiver, Map<String, String> labels, Timing timing) {}

    /** When it is to be looked at, unless its group has begun already. */
    Instant due() {
        return telling.at().plus(group.timing().groupWait());
    }
}
