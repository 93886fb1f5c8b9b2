package io.bellwether.probe.http;

import io.bellwether.probe.RequestHeaders;
import io.bellwether.probe.Verdict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of what is told: servers send back what they were sent, in bodies, redirects and headers. */
final class Redaction {

    /** Shorter ones would be found in ordinary words. */
    private static final int SHORTEST = 4;

    private static final String MASK = "********";

    /** Longest first, so that none is left in parts by a shorter one. */
    private final SortedSet<String> secrets =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    static Redaction of(HttpProbe.Settings settings) {
        Redaction redaction = new Redaction();
        Auth auth = settings.auth();
        if (auth != null) {
            redaction.add(auth.basic() == null ? null : auth.basic().password());
            redaction.add(auth.bearer() == null ? null : auth.bearer().token());
            redaction.add(auth.oauth2() == null ? null : auth.oauth2().clientSecret());
        }
        redaction.add(settings.proxy() == null ? null : settings.proxy().password());
        settings.secretsOrNone().values().forEach(redaction::add);
        redaction.addHeaders(settings.headers());
        if (settings.steps() != null) {
            settings.steps().forEach(step -> redaction.addHeaders(step.headers()));
        }
        return redaction;
    }

    void add(@Nullable String secret) {
        if (secret != null && secret.length() >= SHORTEST) {
            secrets.add(secret);
            secrets.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            secrets.add(Placeholders.insideQuotes(secret));
        }
    }

    /** A header's value may be a scheme and the secret proper; servers tend to send back the latter. */
    void addCredentials(@Nullable String value) {
        if (value != null) {
            add(value);
            add(value.substring(value.indexOf(' ') + 1));
        }
    }

    Verdict applied(Verdict verdict) {
        return secrets.isEmpty()
                ? verdict
                : new Verdict(
                        verdict.outcome(),
                        verdict.cause(),
                        hidden(verdict.reason()),
                        verdict.phases(),
                        hidden(verdict.detail()),
                        verdict.findings(),
                        verdict.evidence(),
                        verdict.millis());
    }

    private void addHeaders(@Nullable Map<String, String> headers) {
        if (headers == null) {
            return;
        }
        headers.forEach((name, value) -> {
            if (name.matches(RequestHeaders.CREDENTIALS)) {
                addCredentials(value);
            }
        });
    }

    private Map<String, Object> hidden(Map<?, ?> detail) {
        Map<String, Object> hidden = new LinkedHashMap<>();
        detail.forEach((name, value) -> hidden.put(hidden(String.valueOf(name)), hiddenValue(value)));
        return hidden;
    }

    private Object hiddenValue(Object value) {
        return switch (value) {
            case String text -> hidden(text);
            case Map<?, ?> map -> hidden(map);
            case List<?> list -> list.stream().map(this::hiddenValue).toList();
            default -> value;
        };
    }

    private String hidden(String text) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, MASK);
        }
        return hidden;
    }
}
