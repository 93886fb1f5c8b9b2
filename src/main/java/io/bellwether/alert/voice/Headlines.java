package io.bellwether.alert.voice;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;

/** What alerts of a rule are called in subjects and titles, in plain words: readers of both voices see them. */
public final class Headlines {

    private static final Map<String, String> BY_RULE =
            Table.rows("headlines.txt").stream().collect(toMap(List::getFirst, List::getLast));

    private Headlines() {}

    /** To stand behind the vendor's name; the rule's own name in words when it has no headline. */
    public static String of(String rule) {
        return BY_RULE.getOrDefault(rule, rule.replaceFirst("^vendor-", "").replace('-', ' '));
    }
}
