package io.bellwether.dashboard;

import io.bellwether.core.alert.label.Matcher;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The address of the form for a silence, filled in as far as is known. */
final class SilenceLink {

    /** What may change while an alert lasts; the silence would no longer cover it then. */
    private static final Set<String> CHANGING = Set.of("severity", "tier");

    private SilenceLink() {}

    /** For the alert that has these labels. */
    static String of(Map<String, String> labels) {
        return of(
                labels.entrySet().stream()
                        .filter(label -> !CHANGING.contains(label.getKey()))
                        .map(label ->
                                Matcher.equal(label.getKey(), label.getValue()).toString())
                        .toList(),
                "");
    }

    /** @param matchers as Alertmanager writes them */
    static String of(List<String> matchers, String comment) {
        String query =
                matchers.stream().map(matcher -> "matcher=" + encoded(matcher)).collect(Collectors.joining("&"));
        return "/silences/new?" + query + (comment.isEmpty() ? "" : "&comment=" + encoded(comment));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
