package io.bellwether.alert;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Which filings are worth an alert. */
final class FilingJudge {

    static final String PREFIX = "filing-";
    static final String BANKRUPTCY = "filing-8k-1.03";
    /** Weighs nothing in the finances, and all the more for those who have data there. */
    private static final String CYBER_INCIDENT = "filing-8k-1.05";

    /** Hardly any bankruptcy takes longer: an older one is history. */
    private static final Duration LONGEST_PROCEEDINGS = Duration.ofDays(3 * 365);

    private static final Set<String> CRITICAL = Set.of(BANKRUPTCY, "filing-8k-2.04");

    private FilingJudge() {}

    /** @param weight 0 to 100; 0 when the filing says nothing of the vendor's finances */
    static Signal judge(
            String signal, double weight, Instant occurredAt, Instant knownAt, ActiveRule<RuleSettings.Filing> rule) {
        if (occurredAt.isBefore(knownAt.minus(oldest(signal, rule.settings())))) {
            return Signal.NO_DATA;
        }
        if (CRITICAL.contains(signal)) {
            return Signal.bad(Severity.CRITICAL);
        }
        return weight >= rule.settings().weightAtLeast() || signal.equals(CYBER_INCIDENT) ? rule.bad() : Signal.NO_DATA;
    }

    private static Duration oldest(String signal, RuleSettings.Filing settings) {
        boolean bankruptcy =
                signal.equals(BANKRUPTCY) && settings.notOlderThan().compareTo(LONGEST_PROCEEDINGS) < 0;
        return bankruptcy ? LONGEST_PROCEEDINGS : settings.notOlderThan();
    }
}
