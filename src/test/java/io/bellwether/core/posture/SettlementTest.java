package io.bellwether.core.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {

    @ParameterizedTest(name = "{0} when {1} counted")
    @CsvSource({
        "good, , TAKEN",
        "unknown, , UNKNOWN",
        "unknown, good, UNKNOWN",
        "good, good, TAKEN",
        "bad good good, good, PENDING",
        "bad bad good, good, TAKEN",
        "bad good bad, good, PENDING",
        "bad unknown bad, good, TAKEN",
        "bad unknown unknown, good, PENDING",
        "bad worse good, good, PENDING",
        "good bad good, bad, PENDING",
        "good bad bad, bad, PENDING",
        "good bad bad good, bad, PENDING",
        "unknown bad bad, good, UNKNOWN",
        "good bad bad, good, TAKEN",
    })
    void countsWhatTwoLooksInARowSay(String newestFirst, @Nullable String known, Settlement expected) {
        List<CheckResult> looks = Arrays.stream(newestFirst.split(" "))
                .map(SettlementTest::result)
                .toList();

        assertThat(Settlement.of(looks, known)).isEqualTo(expected);
    }

    private static CheckResult result(String code) {
        CheckOutcome outcome = switch (code) {
            case "good" -> CheckOutcome.PASS;
            case "unknown" -> CheckOutcome.UNKNOWN;
            default -> CheckOutcome.FAIL;
        };
        return new CheckResult("a-check", code, outcome, 0, 0, "It is " + code + ".", Map.of());
    }
}
