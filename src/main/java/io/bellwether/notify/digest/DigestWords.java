package io.bellwether.notify.digest;

import io.bellwether.core.Lens;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.schedule.Edition;
import io.bellwether.notify.digest.AlertDigest.Item;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts a digest of alerts into words, in both voices; the facts are the same. */
final class DigestWords {

    private static final int MOST_ITEMS = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm z", Locale.ENGLISH);

    private final AlertDigest digest;
    private final Edition window;
    private final ZoneId zone;

    DigestWords(AlertDigest digest, Edition window, ZoneId zone) {
        this.digest = digest;
        this.window = window;
        this.zone = zone;
    }

    String title() {
        if (digest.empty()) {
            return "Your digest: nothing to tell";
        }
        return "Your digest: %d open, %d new, %d over"
                .formatted(
                        digest.openItems(),
                        digest.begun().size(),
                        digest.over().size() + digest.brief().size());
    }

    Voices text() {
        return new Voices(text(Lens.IT), text(Lens.MARKETING));
    }

    private String text(Lens lens) {
        List<String> lines = new ArrayList<>();
        lines.add("From " + time(window.from()) + " to " + time(window.to()) + ".");
        digest.open().forEach(share -> section(lines, "Open, to be seen to by " + share.owner(), share.items(), lens));
        section(lines, "New", digest.begun(), lens);
        section(lines, "Over", digest.over(), lens);
        section(lines, "Brief interruptions, over before you were to be told", digest.brief(), lens);
        if (!digest.deadlines().isEmpty()) {
            lines.add("Deadlines:");
            digest.deadlines().stream()
                    .limit(MOST_ITEMS)
                    .forEach(deadline ->
                            lines.add("- " + time(deadline.at()) + ": " + deadline.vendor() + ", " + deadline.what()));
        }
        held(lines);
        if (digest.empty()) {
            lines.add("Nothing is open, and nothing has happened.");
        }
        return String.join("\n", lines);
    }

    private void section(List<String> lines, String name, List<Item> items, Lens lens) {
        if (items.isEmpty()) {
            return;
        }
        lines.add(name + " (" + items.size() + "):");
        items.stream().limit(MOST_ITEMS).forEach(item -> lines.add("- " + line(item, lens)));
        if (items.size() > MOST_ITEMS) {
            lines.add("- and " + (items.size() - MOST_ITEMS) + " more");
        }
    }

    private String line(Item item, Lens lens) {
        String head = switch (lens) {
            case IT -> item.severity() + " " + item.rule() + ", " + item.vendor();
            case MARKETING -> item.vendor() + " (" + plain(item.severity()) + ")";
        };
        Instant until = item.until();
        String when = until == null
                ? "since " + time(item.since()) + handled(item)
                : "from " + time(item.since()) + " to " + time(until);
        return head + ", " + when + ": " + item.text().of(lens);
    }

    private static String handled(Item item) {
        if (item.handling() == Handling.NEW) {
            return "";
        }
        return ", " + item.handling().name().toLowerCase(Locale.ROOT) + " by " + item.handledBy();
    }

    private static String plain(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "urgent";
            case WARNING -> "important";
            case INFO -> "to know";
        };
    }

    private void held(List<String> lines) {
        int quiet = digest.held().quietHours();
        int silenced = digest.held().silences();
        if (quiet > 0) {
            lines.add((quiet == 1 ? "1 message was" : quiet + " messages were") + " held by your quiet hours.");
        }
        if (silenced > 0) {
            lines.add((silenced == 1 ? "1 alert was" : silenced + " alerts were") + " held by silences.");
        }
    }

    private String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }
}
