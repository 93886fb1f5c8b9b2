package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | PT7S",
                "0 | PT0S",
                "' 30 ' | PT30S",
                "3600 | PT1H",
                "86400 | PT1H",
                "99999999999999999999999 | PT1H",
                "-5 | PT0S",
                "soon | PT0S",
                "'' | PT0S",
                "Sun, 22 Nov 2026 10:00:45 GMT | PT45S",
                "Sun, 22 Nov 2026 09:00:00 GMT | PT0S",
                "Mon, 22 Nov 2027 10:00:00 GMT | PT1H",
            })
    void readsSecondsAndDatesAndBelievesNoAbsurdOnes(String header, Duration expected) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(expected);
    }

    @Test
    void isZeroWhenMissing() {
        assertThat(RetryAfter.parse(null, NOW)).isZero();
    }
}
