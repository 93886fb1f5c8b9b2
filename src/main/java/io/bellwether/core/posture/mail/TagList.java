package io.bellwether.core.posture.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names and values as {@code v=…; p=…} (RFC 6376, 3.2), which several kinds of record share.
 *
 * @param tags values by name in lower case, in order; of a name that comes twice the first
 * @param faults what is no tag, one sentence each, at most ten
 */
record TagList(Map<String, String> tags, List<String> faults) {

    private static final int MOST_FAULTS = 10;
    private static final int MOST_TAGS = 100;

    static TagList parse(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        String[] parts = text.split(";", -1);
        for (int i = 0; i < parts.length && i < MOST_TAGS; i++) {
            String part = parts[i].strip();
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String value = part.substring(equals + 1).strip();
            boolean last = i == parts.length - 1;
            String fault = null;
            if (part.isEmpty()) {
                fault = last ? null : "There is nothing between two semicolons.";
            } else if (!isName(name) || !isPrintable(value)) {
                fault = Words.quoted(part) + " is no tag.";
            } else if (tags.putIfAbsent(name, value) != null) {
                fault = "The tag " + name + " comes twice.";
            }
            if (fault != null && faults.size() < MOST_FAULTS) {
                faults.add(fault);
            }
        }
        if (parts.length > MOST_TAGS) {
            faults.add("It has more than " + MOST_TAGS + " tags.");
        }
        return new TagList(tags, List.copyOf(faults));
    }

    @Nullable String get(String name) {
        return tags.get(name);
    }

    /** Whether the first tag is the version, exactly. */
    boolean begins(String version) {
        return !tags.isEmpty() && "v".equals(tags.keySet().iterator().next()) && version.equals(tags.get("v"));
    }

    /** Whether a text begins with this version, read no further than that: {@code v = DMARC1} and the end or a semicolon. */
    static boolean begins(String text, String version) {
        int semicolon = text.indexOf(';');
        String first = semicolon < 0 ? text : text.substring(0, semicolon);
        int equals = first.indexOf('=');
        return equals > 0
                && first.substring(0, equals).strip().equalsIgnoreCase("v")
                && first.substring(equals + 1).strip().equals(version);
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && Ascii.isLetter(name.charAt(0))
                && name.chars()
                        .allMatch(
                                character -> Ascii.isLetter(character) || Ascii.isDigit(character) || character == '_');
    }

    private static boolean isPrintable(String value) {
        return value.chars().allMatch(character -> Ascii.isPrintable(character) || character == '\t');
    }
}
