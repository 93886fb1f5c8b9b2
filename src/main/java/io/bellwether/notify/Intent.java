package io.bellwether.notify;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.routing.News;
import java.util.UUID;

/** News for one mailbox that was not told yet. */
record Intent(UUID id, long sequence, UUID episode, Happening kind, Severity severity, boolean owed) {

    News news() {
        return new News(sequence, episode.toString(), kind.news(), severity, owed);
    }
}
