package io.bellwether.health;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is assumed. All but the signal depends on what it is about, see {@link SupposedKind}.
 *
 * @param signal what it is about, for example {@code filing-8k-1.03}, {@code company-accounts}, {@code breach},
 *     {@code csp} or {@code outage}
 * @param value what a register or a check says
 * @param occurredAt when it happened: a date or an RFC 3339 instant; now when absent
 * @param since the same, of what lasts
 * @param minutes for how long an outage lasts already
 * @param factor how many times its usual time the vendor takes to answer
 * @param expiresAt when a certificate runs out
 * @param amount the number of what people tell, in the unit of its kind
 */
public record SupposedFact(
        @Nullable String signal,
        @Nullable String value,
        @Nullable String occurredAt,
        @Nullable String since,
        @Nullable Double minutes,
        @Nullable Double factor,
        @Nullable String expiresAt,
        @Nullable Double amount) {

    /** What is said beside the signal, by the names of the fields. */
    Map<String, Object> said() {
        Map<String, Object> said = new LinkedHashMap<>();
        put(said, "value", value);
        put(said, "occurredAt", occurredAt);
        put(said, "since", since);
        put(said, "minutes", minutes);
        put(said, "factor", factor);
        put(said, "expiresAt", expiresAt);
        put(said, "amount", amount);
        return said;
    }

    private static void put(Map<String, Object> said, String name, @Nullable Object value) {
        if (value != null) {
            said.put(name, value);
        }
    }
}
