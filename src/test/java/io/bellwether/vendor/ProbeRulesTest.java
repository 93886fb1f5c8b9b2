package io.bellwether.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.Confirmation;
import io.bellwether.platform.Problem;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeRulesTest {

    @ParameterizedTest(name = "every {0}, timeout {1}, {2} attempts, delay {3}")
    @CsvSource({
        "PT5S,  PT5S,    1,  PT0S",
        "P1D,   PT0.001S,10, PT60S",
        "PT60S, PT10S,   3,  PT2S",
    })
    void theLimitsThemselvesAreAllowed(Duration every, Duration timeout, int attempts, Duration delay) {
        assertThatCode(() -> ProbeRules.check(probe("x", every, timeout, attempts, delay)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "every {0}, timeout {1}, {2} attempts, delay {3}: {4}")
    @CsvSource({
        "PT4.999S, PT1S,      3,  PT2S,  /every",
        "P1DT1S,   PT1S,      3,  PT2S,  /every",
        "PT-60S,   PT-61S,    3,  PT2S,  /every",
        "PT10S,    PT10.001S, 3,  PT2S,  /timeout",
        "PT10S,    PT0S,      3,  PT2S,  /timeout",
        "PT10S,    PT-1S,     3,  PT2S,  /timeout",
        "PT10S,    PT1S,      0,  PT2S,  /confirm/attempts",
        "PT10S,    PT1S,      11, PT2S,  /confirm/attempts",
        "PT10S,    PT1S,      3,  PT-1S, /confirm/delay",
        "PT10S,    PT1S,      3,  PT61S, /confirm/delay",
    })
    void beyondThemTheFieldIsNamed(Duration every, Duration timeout, int attempts, Duration delay, String pointer) {
        assertThat(refusal(probe("x", every, timeout, attempts, delay)).errors())
                .extracting(Problem.FieldError::pointer)
                .contains(pointer);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Problem refusal = refusal(probe(" ", Duration.ofSeconds(1), Duration.ofSeconds(2), 0, Duration.ofHours(1)));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.errors())
                .extracting(Problem.FieldError::pointer)
                .containsExactly("/name", "/every", "/timeout", "/confirm/attempts", "/confirm/delay");
    }

    private static Problem refusal(NewProbe probe) {
        return catchThrowableOfType(Problem.class, () -> ProbeRules.check(probe));
    }

    private static NewProbe probe(String name, Duration every, Duration timeout, int attempts, Duration delay) {
        return new NewProbe("http", name, every, timeout, new Confirmation(attempts, delay), Map.of());
    }
}
