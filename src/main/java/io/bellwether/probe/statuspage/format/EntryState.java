package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Feed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far an entry of a feed is, by its words: feeds have no field for it. */
enum EntryState {
    OPEN,
    PLANNED,
    OVER,
    /** It has none of the words. */
    SILENT;

    private static final String ENDS = "(?:resolved|completed|mitigated|cancell?ed)";
    private static final String BEFORE = "(?:^|[-\u2013\u2014:|\\[(] ?)";
    private static final String LABELLED = "(?= ?(?:$|[-\u2013\u2014] |[:|\\])]))";

    /** As a label, in brackets or not, or as the last word; what is partially mitigated is not over. */
    private static final Pattern TITLE_OVER = Pattern.compile(BEFORE + ENDS + LABELLED
            + "|(?<!partially |not |yet )\\b" + ENDS + "[.!]?$"
            + "|\\boperating normally\\b|[-:(] ?operational\\)?$");

    private static final Pattern TITLE_OPEN = Pattern.compile(
            "\\boutage\\b|\\bdisruption\\b|\\bdegrad|\\bunavailab|\\binformational message\\b|\\bongoing\\b|\\bpartially\\b");

    private static final Set<String> OVERS =
            Set.of("resolved", "completed", "mitigated", "cancelled", "canceled", "postmortem", "operational");
    private static final Set<String> PLANS = Set.of("scheduled", "verifying", "maintenance");
    private static final Set<String> OPENS = Set.of(
            "in progress",
            "investigating",
            "identified",
            "monitoring",
            "update",
            "ongoing",
            "degraded",
            "outage",
            "disruption");
    private static final String WORDS =
            Stream.of(OVERS, PLANS, OPENS).flatMap(Set::stream).collect(Collectors.joining("|", "(?:", ")"));

    private static final Pattern TITLE_LABEL = Pattern.compile(BEFORE + "(" + WORDS + ")" + LABELLED);

    /**
     * A word counts as a label, {@code Resolved - It works again} or {@code Status: Resolved}, since prose is full of such words;
     * without a mark only a few that hardly begin a sentence, and the usual phrase for the end.
     */
    private static final Pattern LABEL = Pattern.compile("status: ?(?<said>" + WORDS + ")\\b"
            + "|^(?<first>resolved|operational|investigating|identified)\\b"
            + "|(?<![-/\\w])(?<label>" + WORDS + ")" + LABELLED
            + "|(?<!not )\\b(?:been|is now) (?:fully )?(?<phrase>" + ENDS + ")\\b");

    private static final int START = 300;

    /** What the title says to be over is over; else the first label of the text counts, because the latest post comes first. */
    static EntryState of(Feed.Entry entry) {
        String title = entry.title().toLowerCase(Locale.ROOT);
        if (TITLE_OVER.matcher(title).find()) {
            return OVER;
        }
        String text = entry.text().toLowerCase(Locale.ROOT);
        String word = label(text.substring(0, Math.min(text.length(), START)));
        if (word.isEmpty()) {
            Matcher label = TITLE_LABEL.matcher(title);
            boolean labelled = label.find();
            return title.contains("maintenance") || (labelled && PLANS.contains(label.group(1)))
                    ? PLANNED
                    : labelled || TITLE_OPEN.matcher(title).find() ? OPEN : SILENT;
        }
        if (OVERS.contains(word)) {
            return OVER;
        }
        boolean work = title.contains("maintenance") || (word.equals("in progress") && text.contains("maintenance"));
        return work || PLANS.contains(word) ? PLANNED : OPEN;
    }

    /** The first one, empty without. */
    private static String label(String text) {
        Matcher found = LABEL.matcher(text);
        return found.find()
                ? Stream.of("said", "first", "label", "phrase")
                        .map(found::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("")
                : "";
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
