package io.bellwether.probe;

import io.bellwether.platform.egress.HeaderRule;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Request headers that the wire will send. */
public final class RequestHeaders implements Rule<Map<String, String>> {

    /** Headers whose values are nobody's business, by their names. */
    public static final String CREDENTIALS =
            "(?i)(proxy-)?authorization|cookie|.*(token|secret|passw|api-?key|credential|signature|session).*";

    private static final int MOST = 50;

    @Override
    public @Nullable String fault(Map<String, String> headers) {
        if (headers.size() > MOST) {
            return "Must not hold more than " + MOST + " headers.";
        }
        if (headers.values().stream().anyMatch(Objects::isNull)) {
            return "Must not hold a header without a value.";
        }
        return headers.entrySet().stream()
                .map(header -> HeaderRule.fault(header.getKey(), header.getValue()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
