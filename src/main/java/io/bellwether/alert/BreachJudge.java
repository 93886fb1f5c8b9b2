package io.bellwether.alert;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Which breaches are worth an alert. */
final class BreachJudge {

    /** Within the names of the kinds of data that open accounts or cost money. */
    private static final List<String> SECRETS = List.of(
            "passwords",
            "token",
            "security question",
            "encrypted key",
            "mnemonic phrase",
            "credit card",
            "bank account",
            "payment");

    private BreachJudge() {}

    /**
     * @param publishedAt when it came into the public list: that it happened years before is no reason to be silent
     * @param data the kinds of data that were taken, in the words of the list
     */
    static Signal judge(Instant publishedAt, Instant knownAt, List<String> data, ActiveRule<RuleSettings.News> rule) {
        if (rule.settings().tooOld(publishedAt, knownAt)) {
            return Signal.NO_DATA;
        }
        return secrets(data) ? Signal.bad(Severity.CRITICAL) : rule.bad();
    }

    /** Whether what was taken opens accounts or costs money. */
    static boolean secrets(List<String> data) {
        return data.stream()
                .map(kind -> kind.toLowerCase(Locale.ROOT))
                .anyMatch(kind -> SECRETS.stream().anyMatch(kind::contains));
    }
}
