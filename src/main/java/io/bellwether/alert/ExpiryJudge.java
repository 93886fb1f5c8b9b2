package io.bellwether.alert;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How bad it is that a certificate or a registration runs out. */
final class ExpiryJudge {

    private ExpiryJudge() {}

    /**
     * @param value what the check says: PASS, WARN, FAIL or something else
     * @param criticalFrom from when on it is CRITICAL; null when FAIL decides
     */
    static Signal judge(@Nullable String value, @Nullable Instant criticalFrom, Instant now, ActiveRule<?> rule) {
        return switch (value) {
            case "PASS" -> Signal.GOOD;
            case "WARN", "FAIL" -> critical(value, criticalFrom, now) ? Signal.bad(Severity.CRITICAL) : rule.bad();
            case null, default -> Signal.NO_DATA;
        };
    }

    /** When the share of the lifetime that is left falls below the threshold. */
    static Instant criticalFrom(Instant notAfter, Duration lifetime, RuleSettings.Certificate settings) {
        return notAfter.minusMillis((long) (lifetime.toMillis() * settings.criticalBelow()));
    }

    private static boolean critical(String value, @Nullable Instant criticalFrom, Instant now) {
        return criticalFrom == null ? value.equals("FAIL") : !now.isBefore(criticalFrom);
    }
}
