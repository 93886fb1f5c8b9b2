package io.bellwether.core.alert.routing;

import static io.bellwether.core.alert.Severity.CRITICAL;
import static io.bellwether.core.alert.Severity.WARNING;
import static io.bellwether.core.alert.routing.GroupNews.Reason.ALL_RESOLVED;
import static io.bellwether.core.alert.routing.GroupNews.Reason.FIRST;
import static io.bellwether.core.alert.routing.GroupNews.Reason.NEW_ALERTS;
import static io.bellwether.core.alert.routing.GroupNews.Reason.REPEAT;
import static io.bellwether.core.alert.routing.GroupNews.Reason.SEVERITY_CHANGED;
import static io.bellwether.core.alert.routing.GroupNews.Reason.SOME_RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.routing.GroupNews.Reason;
import io.bellwether.core.alert.routing.GroupNews.Standing;
import io.bellwether.core.alert.routing.GroupNews.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupNewsTest {

    private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration REPEAT_AFTER = Duration.ofHours(4);

    private static final Standing NOTHING = standing(Map.of());
    private static final Standing A = standing(Map.of("a", WARNING));
    private static final Standing A_AND_B = standing(Map.of("a", WARNING, "b", WARNING));
    private static final Standing A_RESOLVED = standing(Map.of(), "a");

    @Test
    void theFirstTimeOnlySomethingThatFiresIsTold() {
        assertThat(reason(A, null)).isEqualTo(FIRST);
        assertThat(reason(NOTHING, null)).isNull();
        assertThat(reason(A_RESOLVED, null)).isNull();
    }

    @Test
    void anAlertThatWasNotFiringIsNew() {
        assertThat(reason(A_AND_B, A)).isEqualTo(NEW_ALERTS);
        assertThat(reason(standing(Map.of("b", WARNING), "a"), A)).isEqualTo(NEW_ALERTS);
    }

    @Test
    void anAlertAfterAllWereResolvedIsAFirstOne() {
        assertThat(reason(A, A_RESOLVED)).isEqualTo(FIRST);
    }

    @Test
    void theEndOfAllIsTold() {
        assertThat(reason(A_RESOLVED, A)).isEqualTo(ALL_RESOLVED);
        assertThat(reason(NOTHING, A)).isEqualTo(ALL_RESOLVED);
    }

    @Test
    void nothingIsToldTwiceOfTheEnd() {
        assertThat(reason(A_RESOLVED, A_RESOLVED)).isNull();
        assertThat(reason(standing(Map.of(), "a", "b"), A_RESOLVED)).isNull();
    }

    @Test
    void theEndOfSomeIsTold() {
        assertThat(reason(standing(Map.of("a", WARNING), "b"), A_AND_B)).isEqualTo(SOME_RESOLVED);
        assertThat(reason(standing(Map.of("a", WARNING), "b"), standing(Map.of("a", WARNING), "b")))
                .isNull();
    }

    @Test
    void anotherSeverityIsTold() {
        assertThat(reason(standing(Map.of("a", CRITICAL)), A)).isEqualTo(SEVERITY_CHANGED);
        assertThat(reason(A, standing(Map.of("a", CRITICAL)))).isEqualTo(SEVERITY_CHANGED);
    }

    @Test
    void theSameIsToldAgainAfterTheRepeatInterval() {
        assertThat(reason(A, A, REPEAT_AFTER)).isNull();
        assertThat(reason(A, A, REPEAT_AFTER.plusMillis(1))).isEqualTo(REPEAT);
        assertThat(reason(NOTHING, A_RESOLVED, Duration.ofDays(1))).isNull();
    }

    /** What is new comes before what is over, before what is worse, before what is old. */
    @Test
    void theFirstReasonThatHoldsIsTold() {
        Standing before = standing(Map.of("a", WARNING, "b", WARNING));
        Duration longAgo = Duration.ofDays(1);

        assertThat(reason(standing(Map.of("a", CRITICAL, "c", WARNING), "b"), before, longAgo))
                .isEqualTo(NEW_ALERTS);
        assertThat(reason(standing(Map.of("a", CRITICAL), "b"), before, longAgo))
                .isEqualTo(SOME_RESOLVED);
        assertThat(reason(standing(Map.of("a", CRITICAL, "b", WARNING)), before, longAgo))
                .isEqualTo(SEVERITY_CHANGED);
        assertThat(reason(before, before, longAgo)).isEqualTo(REPEAT);
    }

    private static Standing standing(Map<String, Severity> firing, String... resolved) {
        return new Standing(firing, Set.of(resolved));
    }

    private static @Nullable Reason reason(Standing now, @Nullable Standing last) {
        return reason(now, last, Duration.ofMinutes(5));
    }

    private static @Nullable Reason reason(Standing now, @Nullable Standing last, Duration since) {
        Told told = last == null ? null : new Told(last, BEGIN);
        return GroupNews.reason(now, told, REPEAT_AFTER, BEGIN.plus(since)).orElse(null);
    }
}
