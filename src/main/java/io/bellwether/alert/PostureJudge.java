package io.bellwether.alert;

import io.bellwether.core.alert.Signal;
import org.jspecify.annotations.Nullable;

/** Whether a security check got worse. What never passed is a weakness, not news. */
final class PostureJudge {

    private PostureJudge() {}

    /**
     * @param value what the check says now: PASS, WARN, FAIL, NOT_APPLICABLE or something else
     * @param before what it said last when it could tell; null at the first time
     * @param ongoing whether an alert about it is open
     */
    static Signal judge(
            @Nullable String value, @Nullable String before, boolean ongoing, ActiveRule<RuleSettings.Posture> rule) {
        return switch (value) {
            case "PASS", "NOT_APPLICABLE" -> Signal.GOOD;
            case "WARN", "FAIL" -> ongoing || "PASS".equals(before) ? rule.bad() : Signal.NO_DATA;
            case null, default -> Signal.NO_DATA;
        };
    }
}
