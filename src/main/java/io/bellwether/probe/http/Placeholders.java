package io.bellwether.probe.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts carried values in the places written {@code {{name}}}, in the form that the place needs. */
final class Placeholders {

    static final String NAME = "[A-Za-z][A-Za-z0-9_]{0,63}";

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(" + NAME + ")\\s*}}");

    private Placeholders() {}

    static Set<String> names(String template) {
        Set<String> names = new TreeSet<>();
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            names.add(place.group(1));
        }
        return names;
    }

    /** With the values as they are. */
    static Map<String, String> headers(@Nullable Map<String, String> templates, Map<String, String> values) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (templates != null) {
            templates.forEach((name, value) -> headers.put(name, plain(value, values)));
        }
        return headers;
    }

    /** Percent-encoded, except where the URL begins with it: that is a link, whole or relative. */
    static String url(String template, Map<String, String> values) {
        Matcher first = PLACE.matcher(template);
        if (!first.lookingAt()) {
            return filled(template, values, Placeholders::percentEncoded);
        }
        return values.getOrDefault(first.group(1), "")
                + filled(template.substring(first.end()), values, Placeholders::percentEncoded);
    }

    /** As the content type among the headers wants it: escaped in JSON and in forms, else as it is. */
    static @Nullable String body(@Nullable String template, Map<String, String> values, Map<String, String> headers) {
        if (template == null) {
            return null;
        }
        String type = headers.getOrDefault("Content-Type", "").toLowerCase(Locale.ROOT);
        if (type.contains("json")) {
            return filled(template, values, Placeholders::insideQuotes);
        }
        return type.contains("x-www-form-urlencoded")
                ? filled(template, values, value -> URLEncoder.encode(value, StandardCharsets.UTF_8))
                : plain(template, values);
    }

    private static String plain(String template, Map<String, String> values) {
        return filled(template, values, UnaryOperator.identity());
    }

    /** What there is no value for stays as it is written. */
    private static String filled(String template, Map<String, String> values, UnaryOperator<String> form) {
        return PLACE.matcher(template).replaceAll(place -> {
            String value = values.get(place.group(1));
            return Matcher.quoteReplacement(value == null ? place.group() : form.apply(value));
        });
    }

    private static String percentEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }

    /** As JSON escapes it; the quotes are the template's. */
    static String insideQuotes(String value) {
        String quoted = Content.JSON.jsonProvider().toJson(value);
        return quoted.substring(1, quoted.length() - 1);
    }
}
