package io.bellwether.config.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a body must be like, gathered from any number of conditions. */
public final class BodyDemands {

    private static final String ANYTHING = "[\\s\\S]*";

    private final List<String> holds = new ArrayList<>();
    private final List<String> lacks = new ArrayList<>();
    private final List<String> json = new ArrayList<>();
    private final List<Map<String, Object>> checks = new ArrayList<>();
    private @Nullable String contains;
    private @Nullable String root;

    /** It contains this text. */
    public void contains(String text) {
        if (contains == null) {
            contains = text;
        } else {
            holds(Regexes.quoted(text));
        }
    }

    /** This regular expression is found in it. */
    public void holds(String regex) {
        holds.add(regex);
    }

    /** This regular expression is not found in it. */
    public void lacks(String regex) {
        lacks.add(regex);
    }

    /** @return false when other conditions speak of an object elsewhere; this one cannot be added then */
    public boolean json(JsonPredicate predicate) {
        if (root != null && !root.equals(predicate.root())) {
            return false;
        }
        root = predicate.root();
        json.add(predicate.text());
        return true;
    }

    /**
     * What is at the JSONPath compares with the value.
     *
     * @param operation one that the kind {@code http} knows, such as MATCHES
     */
    public void check(String path, String operation, String value) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("path", path);
        check.put("op", operation);
        check.put("value", value);
        checks.add(check);
    }

    /** As settings of the kind {@code http}. */
    public void into(Map<String, Object> settings) {
        if (contains != null) {
            settings.put("bodyContains", contains);
        }
        if (!holds.isEmpty() || !lacks.isEmpty()) {
            settings.put("bodyMatches", pattern(holds));
        }
        if (root != null) {
            settings.put("jsonPath", root + "[?(" + String.join(" && ", json) + ")]");
        }
        if (!checks.isEmpty()) {
            settings.put("json", checks);
        }
    }

    /** All that is demanded of its text as one regular expression; empty when nothing is. */
    public Optional<String> expression() {
        List<String> all = new ArrayList<>(holds);
        if (contains != null) {
            all.add(Regexes.quoted(contains));
        }
        return all.isEmpty() && lacks.isEmpty() ? Optional.empty() : Optional.of(pattern(all));
    }

    private String pattern(List<String> found) {
        if (found.size() == 1 && lacks.isEmpty()) {
            return found.getFirst();
        }
        StringBuilder pattern = new StringBuilder("\\A");
        found.forEach(
                regex -> pattern.append("(?=" + ANYTHING + "(?:").append(regex).append("))"));
        lacks.forEach(
                regex -> pattern.append("(?!" + ANYTHING + "(?:").append(regex).append("))"));
        return pattern.toString();
    }
}
