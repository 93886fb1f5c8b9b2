package io.bellwether.probe.statuspage.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An RSS (0.9 to 2.0) or Atom (RFC 4287) feed. */
public record Feed(String title, List<Entry> entries) {

    /**
     * @param id guid or id, else the link, else the title
     * @param published when it was first posted, null when the feed does not say
     * @param updated when it was last changed, null when the feed does not say
     * @param text its content without mark-up, shortened
     */
    public record Entry(
            String id,
            String title,
            @Nullable String link,
            @Nullable Instant published,
            @Nullable Instant updated,
            String text,
            List<String> categories) {}
}
