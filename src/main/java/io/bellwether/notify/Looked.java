package io.bellwether.notify;

import io.bellwether.core.alert.routing.Fate;
import io.bellwether.core.alert.routing.GroupLook;
import java.util.List;

/**
 * A group that has been looked at.
 *
 * @param waiting the news that there was
 */
record Looked(AlertGroup group, List<Intent> waiting, GroupLook look) {

    /** Whether its receiver is told something now. */
    boolean worthTelling() {
        return look.reason().isPresent();
    }

    Fate fate(Intent intent) {
        return look.fates().getOrDefault(intent.sequence(), Fate.HELD);
    }

    /** The news that are told now. */
    List<Intent> told() {
        return waiting.stream().filter(intent -> isTold(fate(intent))).toList();
    }

    private static boolean isTold(Fate fate) {
        return fate == Fate.TELL || fate == Fate.TELL_BOTH;
    }
}
