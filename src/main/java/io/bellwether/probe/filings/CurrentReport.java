package io.bellwether.probe.filings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sections of an 8-K. What an item's code does not tell is looked for in the item's own section only, never in the whole
 * document, and words of bankruptcy are not looked for at all: contracts of healthy companies are full of them.
 */
final class CurrentReport {

    private static final Pattern NEXT = Pattern.compile("\n(?:item [0-9]\\.[0-9]{2}|signature)");
    private static final int LONGEST_SECTION = 30_000;

    private CurrentReport() {}

    /**
     * @param text as {@link DocumentText} gives it
     * @param items of the report, as the list of filings has them
     */
    static List<Said> read(String text, Set<String> items) {
        String lower = "\n" + text.toLowerCase(Locale.ROOT);
        List<Said> tellings = new ArrayList<>();
        for (ItemRule rule : ItemRule.ALL) {
            if (items.contains(rule.code())) {
                tell(rule, "\n" + text, lower, items, tellings);
            }
        }
        return tellings;
    }

    private static void tell(ItemRule rule, String text, String lower, Set<String> items, List<Said> tellings) {
        int begin = lower.indexOf("\nitem " + rule.code());
        if (begin < 0) {
            return;
        }
        int end = end(lower, begin + 1);
        String section = flat(lower.substring(begin, end));
        Sentences.of(flat(text.substring(begin, end))).stream()
                .filter(sentence -> rule.appliesTo(sentence.toLowerCase(Locale.ROOT), section, items))
                .findFirst()
                .ifPresent(sentence -> tellings.add(rule.said(sentence)));
    }

    private static int end(String lower, int from) {
        int limit = Math.min(lower.length(), from + LONGEST_SECTION);
        Matcher next = NEXT.matcher(lower).region(from, limit);
        return next.find() ? next.start() : limit;
    }

    /** Paragraphs are cut into lines by what writes them. */
    private static String flat(String section) {
        return section.replace('\n', ' ');
    }
}
