package io.bellwether.probe.statuspage.document;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document that may not be there. Asking an absent or ill-typed place gives nothing rather than an error:
 * vendors leave out, rename and retype, and each format says itself what it cannot do without.
 */
public record Node(@Nullable Object value) {

    public static final Node ABSENT = new Node(null);

    /** A sentence or two; nobody keeps more of a vendor's prose. */
    private static final int LONGEST_TEXT = 1000;

    public Node at(String... path) {
        Node node = this;
        for (String name : path) {
            node = node.value instanceof Map<?, ?> map ? new Node(map.get(name)) : ABSENT;
        }
        return node;
    }

    public boolean present() {
        return value != null;
    }

    public boolean isList() {
        return value instanceof List<?>;
    }

    public boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    /** The elements of a list; none when it is no list. */
    public List<Node> items() {
        return value instanceof List<?> list ? list.stream().map(Node::new).toList() : List.of();
    }

    public Node first() {
        return value instanceof List<?> list && !list.isEmpty() ? new Node(list.getFirst()) : ABSENT;
    }

    /** The members of an object, in their order; none when it is no object. */
    public Map<String, Node> fields() {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> fields.put(String.valueOf(name), new Node(member)));
        }
        return fields;
    }

    /** A text, number or truth value as text, shortened; empty when it is neither. */
    public String text() {
        return switch (value) {
            case String text -> shortened(text.strip());
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case null, default -> "";
        };
    }

    /** As {@link #text()}, null when empty. */
    public @Nullable String textOrNull() {
        String text = text();
        return text.isEmpty() ? null : text;
    }

    public boolean yes() {
        return Boolean.TRUE.equals(value);
    }

    /** Null when it is no time that can be read. */
    public @Nullable Instant time() {
        return Times.read(text());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
