package io.bellwether.notify;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.routing.News;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * News for one mailbox that was not told yet.
 *
 * @param held why it was not when the mailbox was last looked at; null when nothing held it
 */
record Intent(
        UUID id,
        long sequence,
        UUID episode,
        Happening kind,
        Severity severity,
        boolean owed,
        @Nullable String held) {

    News news() {
        return new News(sequence, episode.toString(), kind.news(), severity, owed);
    }
}
