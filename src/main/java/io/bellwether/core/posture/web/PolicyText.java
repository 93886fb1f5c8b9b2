package io.bellwether.core.posture.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Content security policies read into one, as the HTTP Observatory reads them: of a directive that several policies have only
 * those sources are left that two of them share, and a directive without any left allows nothing. Time grows with the length
 * of the text, which the caller has to bound, times the logarithm of the number of sources.
 *
 * @param directives sources by directive, both in lower case; the sets may be changed
 * @param repeated directives that one policy has more than once although it may
 */
record PolicyText(Map<String, Set<String>> directives, Set<String> repeated) {

    /** More are sent by nobody; what they cost to join grows with their number squared. */
    static final int MOST_POLICIES = 16;

    private static final int SHORTEST = 6;
    private static final Set<String> REPEATABLE = Set.of("report-uri", "report-to");
    private static final String NONE = "'none'";

    /** A source and the policy that has it. */
    private static final class Source {

        private final String text;
        private final int policy;
        private boolean kept;

        Source(String text, int policy) {
            this.text = text;
            this.policy = policy;
            this.kept = policy == 0;
        }

        String text() {
            return text;
        }

        boolean kept() {
            return kept;
        }
    }

    /** The policies of header values or meta elements, which may each hold several. */
    static List<String> policies(List<String> values) {
        return values.stream().flatMap(value -> Text.split(value, ',').stream()).toList();
    }

    /**
     * Null when a policy is invalid: too short to be one, or with a directive twice.
     *
     * @param policies at most {@link #MOST_POLICIES}
     */
    static @Nullable PolicyText read(List<String> policies) {
        Map<String, List<Source>> joined = new LinkedHashMap<>();
        Set<String> repeated = new LinkedHashSet<>();
        if (policies.stream().anyMatch(policy -> clean(policy).length() < SHORTEST)) {
            return null;
        }
        for (int i = 0; i < policies.size(); i++) {
            if (!join(clean(policies.get(i)), i, policies.size() > 1, joined, repeated)) {
                return null;
            }
        }
        Map<String, Set<String>> directives = new LinkedHashMap<>();
        joined.forEach((directive, sources) -> directives.put(directive, left(sources)));
        return new PolicyText(directives, repeated);
    }

    /** Its sources, else those of the fallback; the very set, so that what is taken from one is taken from both. */
    Set<String> sources(String directive, Set<String> fallback) {
        return directives.getOrDefault(directive, fallback);
    }

    private static String clean(String policy) {
        return Text.trim(policy.replace("\r", "").replace("\n", ""));
    }

    private static Set<String> left(List<Source> sources) {
        Set<String> left = new LinkedHashSet<>();
        sources.forEach(source -> left.add(source.text()));
        return left.isEmpty() ? new LinkedHashSet<>(Set.of(NONE)) : left;
    }

    private static boolean join(
            String policy, int index, boolean several, Map<String, List<Source>> joined, Set<String> repeated) {
        Set<String> seen = new LinkedHashSet<>();
        for (String part : Text.split(policy, ';')) {
            List<String> words = Text.words(part);
            if (words.isEmpty()) {
                continue;
            }
            String directive = words.getFirst().toLowerCase(Locale.ROOT);
            if (!seen.add(directive)) {
                if (!REPEATABLE.contains(directive)) {
                    return false;
                }
                repeated.add(directive);
            }
            List<Source> sources = new ArrayList<>();
            if (index > 0) {
                sources.addAll(joined.getOrDefault(directive, List.of()));
            }
            sources.addAll(sources(directive, words.subList(1, words.size()), index));
            joined.put(directive, joined(sources));
            if (index == 0 && several) {
                // From here on a source has to be found again to stay.
                joined.getOrDefault(directive, List.of()).forEach(source -> source.kept = false);
            }
        }
        return true;
    }

    private static List<Source> sources(String directive, List<String> words, int index) {
        if (words.isEmpty() && directive.endsWith("-src")) {
            return List.of(new Source(NONE, index));
        }
        return words.stream()
                .map(word -> new Source(word.toLowerCase(Locale.ROOT), index))
                .toList();
    }

    private static List<Source> joined(List<Source> sources) {
        sources.sort((one, other) -> SourceOrder.compare(one.text(), other.text()));
        for (int i = 1; i < sources.size(); i++) {
            Source before = sources.get(i - 1);
            Source source = sources.get(i);
            if (source.policy == before.policy && source.text.startsWith(before.text)) {
                source.kept = false;
            }
            if (source.policy != before.policy && SourceOrder.covers(before.text, source.text)) {
                source.kept = true;
            }
        }
        return sources.stream().filter(Source::kept).toList();
    }
}
