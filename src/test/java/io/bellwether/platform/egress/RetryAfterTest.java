package io.bellwether.platform.egress;

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
            1                             | PT1S
            ' 30 '                        | PT30S
            120                           | PT2M
            Mon, 23 Nov 2026 11:30:00 GMT | PT1H30M
            604801                        | PT168H
            999999999999999               | PT168H
            99999999999999999999999999    | PT168H
            Fri, 31 Dec 9999 23:59:59 GMT | PT168H
            """)
    void asksToWaitSevenDaysAtMost(String header, Duration time) {
        assertThat(RetryAfter.asked(header, NOW)).contains(time);
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
            })
    void whatCannotBeReadAsksNothing(String header) {
        assertThat(RetryAfter.asked(header, NOW)).isEmpty();
    }

    @Test
    void noHeaderAsksNothing() {
        assertThat(RetryAfter.asked(null, NOW)).isEmpty();
    }

    @Test
    void onlyTwoStatusesAsk() {
        assertThat(RetryAfter.asked(429, "120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.asked(503, "120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.asked(301, "120", NOW)).isEmpty();
        assertThat(RetryAfter.asked(200, "120", NOW)).isEmpty();
        assertThat(RetryAfter.asked(429, null, NOW)).isEmpty();
    }
}
