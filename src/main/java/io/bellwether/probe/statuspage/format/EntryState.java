package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Feed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far an entry of a feed is, by its words: feeds have no field for it. */
enum EntryState {
    OPEN,
    PLANNED,
    OVER,
    /** It has none of the words. */
    SILENT;

    private static final Pattern TITLE_OVER = Pattern.compile(
            "\\b(?:resolved|completed|mitigated|cancell?ed)\\b" + "|\\boperating normally\\b|[-:(] ?operational\\)?$");
    private static final Pattern TITLE_OPEN = Pattern.compile(
            "\\boutage\\b|\\bdisruption\\b|\\bdegrad|\\bunavailab|\\binformational message\\b|\\bongoing\\b");
    private static final Pattern TEXT = Pattern.compile(
            "(^(?:status:? )?operational\\b|\\b(?:resolved|completed|cancell?ed|postmortem|mitigated)\\b)"
                    + "|\\b(scheduled|verifying|maintenance)\\b"
                    + "|\\b(in progress|investigating|identified|monitoring|update|ongoing|degraded|outage|disruption)\\b");
    private static final int START = 300;

    /** What the title says to be over is over; else the first word of the text counts, because the latest post comes first. */
    static EntryState of(Feed.Entry entry) {
        String title = entry.title().toLowerCase(Locale.ROOT);
        if (TITLE_OVER.matcher(title).find()) {
            return OVER;
        }
        String text = entry.text().toLowerCase(Locale.ROOT);
        Matcher word = TEXT.matcher(text.substring(0, Math.min(text.length(), START)));
        if (!word.find()) {
            return title.contains("maintenance")
                    ? PLANNED
                    : TITLE_OPEN.matcher(title).find() ? OPEN : SILENT;
        }
        if (word.group(1) != null) {
            return OVER;
        }
        boolean work =
                title.contains("maintenance") || (word.group().equals("in progress") && text.contains("maintenance"));
        return word.group(2) != null || work ? PLANNED : OPEN;
    }

    /** How bad it is by its title; a trouble of unknown weight degrades. */
    static Level level(Feed.Entry entry) {
        String title = entry.title().toLowerCase(Locale.ROOT);
        if (title.contains("informational")) {
            return Level.OPERATIONAL;
        }
        if (title.contains("major outage")) {
            return Level.MAJOR_OUTAGE;
        }
        return title.matches(".*\\b(?:outage|disruption|unavailable)\\b.*") ? Level.PARTIAL_OUTAGE : Level.DEGRADED;
    }

    static Notice notice(Feed.Entry entry, boolean open) {
        Instant updated = entry.updated();
        return new Notice(
                Notice.id(entry.id(), entry.title()),
                entry.title(),
                entry.link(),
                new Period(entry.published(), open ? null : updated),
                Scope.of(entry.categories().stream().map(Affected::named).toList()),
                updated == null ? List.of() : List.of(new Update(updated, "")));
    }
}
