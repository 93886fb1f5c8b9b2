package io.bellwether.probe.courtesy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            429 | 120                           | PT2M
            503 | 1                             | PT1S
            429 | Mon, 23 Nov 2026 11:30:00 GMT | PT1H30M
            503 | 604801                        | PT168H
            429 | 999999999999999               | PT168H
            429 | Fri, 31 Dec 9999 23:59:59 GMT | PT168H
            """)
    void asksToStayAwaySevenDaysAtMost(int status, String header, Duration time) {
        assertThat(RetryAfter.of(status, header, NOW)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-5",
                "1.5",
                "soon",
                "Mon, 23 Nov 2026 09:00:00 GMT",
                "Tue, 23 Nov 2026 11:30:00 GMT",
                "99999999999999999999999999"
            })
    void whatAsksNothingReadableClosesNothing(String header) {
        assertThat(RetryAfter.of(429, header, NOW)).isEmpty();
    }

    @Test
    void onlyTwoStatusesAsk() {
        assertThat(RetryAfter.of(301, "120", NOW)).isEmpty();
        assertThat(RetryAfter.of(200, "120", NOW)).isEmpty();
        assertThat(RetryAfter.of(429, null, NOW)).isEmpty();
    }
}
