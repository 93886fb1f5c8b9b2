package io.bellwether.probe.http;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.TextPattern;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an answer of the right status lacks. */
record Mismatch(Outcome outcome, Cause cause, String reason) {

    /** The first thing that is missing, null when nothing is. */
    static @Nullable Mismatch in(HttpProbe.Settings settings, WireResponse response) {
        Mismatch headers = inHeaders(settings.expectHeaders(), response);
        return headers == null ? inBody(settings, response) : headers;
    }

    private static @Nullable Mismatch inHeaders(@Nullable Map<String, String> expected, WireResponse response) {
        if (expected == null) {
            return null;
        }
        for (Map.Entry<String, String> header : expected.entrySet()) {
            String value = response.header(header.getKey());
            if (value == null) {
                return down(Cause.HEADER_MISMATCH, "The header " + header.getKey() + " is missing.");
            }
            if (!value.toLowerCase(Locale.ROOT).contains(header.getValue().toLowerCase(Locale.ROOT))) {
                return down(
                        Cause.HEADER_MISMATCH,
                        "The header " + header.getKey() + " is '" + value + "' and does not hold '" + header.getValue()
                                + "'.");
            }
        }
        return null;
    }

    private static @Nullable Mismatch inBody(HttpProbe.Settings settings, WireResponse response) {
        String contains = settings.bodyContains();
        if (contains != null && !response.text().contains(contains)) {
            return down(Cause.BODY_MISMATCH, "The body does not hold '" + contains + "'.");
        }
        String pattern = settings.bodyMatches();
        if (pattern != null) {
            return switch (TextPattern.find(pattern, response.text())) {
                case FOUND -> inJson(settings.jsonPath(), response);
                case NOT_FOUND -> down(Cause.BODY_MISMATCH, "The body does not match '" + pattern + "'.");
                case TOO_COSTLY ->
                    new Mismatch(
                            Outcome.UNKNOWN,
                            Cause.INTERNAL,
                            "The pattern '" + pattern + "' takes too long on this body; make it simpler.");
            };
        }
        return inJson(settings.jsonPath(), response);
    }

    private static @Nullable Mismatch inJson(@Nullable String path, WireResponse response) {
        String fault = path == null ? null : BodyPath.fault(path, response.text());
        return fault == null ? null : down(Cause.BODY_MISMATCH, fault);
    }

    private static Mismatch down(Cause cause, String reason) {
        return new Mismatch(Outcome.DOWN, cause, reason);
    }
}
