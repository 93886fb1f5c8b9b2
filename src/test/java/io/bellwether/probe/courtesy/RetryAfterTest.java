package io.bellwether.probe.courtesy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void onlyTwoStatusesAsk() {
        assertThat(RetryAfter.of(429, "120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.of(503, "120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.of(301, "120", NOW)).isEmpty();
        assertThat(RetryAfter.of(200, "120", NOW)).isEmpty();
        assertThat(RetryAfter.of(429, null, NOW)).isEmpty();
    }
}
