package io.bellwether.notify.digest;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a digest of alerts tells.
 *
 * @param open what fires when the digest is made, by who is to see to it; the reader's own first
 * @param begun what began in the time of the digest
 * @param over what was told and is over since
 * @param brief interruptions that were over before anybody was to be told
 * @param deadlines what runs out, the next first
 */
public record AlertDigest(
        List<Share> open, List<Item> begun, List<Item> over, List<Item> brief, Held held, List<Deadline> deadlines) {

    /** @param owner the name or address of who is to see to the items */
    public record Share(String owner, List<Item> items) {}

    /**
     * One alert.
     *
     * @param vendor its name
     * @param until null while it lasts
     */
    public record Item(
            UUID alert,
            String vendor,
            String rule,
            Severity severity,
            Handling handling,
            @Nullable String handledBy,
            Instant since,
            @Nullable Instant until,
            Voices text) {}

    /**
     * How much was not told at once.
     *
     * @param quietHours messages to the reader
     * @param silences alerts of the reader's vendors
     */
    public record Held(int quietHours, int silences) {}

    /** @param what for people */
    public record Deadline(UUID alert, String vendor, String what, Instant at) {}

    boolean empty() {
        return open.isEmpty()
                && begun.isEmpty()
                && over.isEmpty()
                && brief.isEmpty()
                && held.quietHours + held.silences == 0;
    }

    int openItems() {
        return open.stream().mapToInt(share -> share.items.size()).sum();
    }
}
