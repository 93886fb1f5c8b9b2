package io.bellwether.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.platform.Problem;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

    private static final Instant NOW = Instant.parse("2026-11-22T23:59:00Z");

    @ParameterizedTest
    @CsvSource({
        ", , 2026-08-24, 2026-11-22",
        "2026-11-01, , 2026-11-01, 2026-11-22",
        ", 2026-01-31, 2025-11-02, 2026-01-31",
        "2026-01-01T23:30:00Z, 2026-01-02T00:00:00Z, 2026-01-01, 2026-01-02",
        "2026-01-01T23:30:00-02:00, 2026-01-02, 2026-01-02, 2026-01-02",
    })
    void takesDatesAndInstants(@Nullable String from, @Nullable String to, LocalDate first, LocalDate last) {
        assertThat(Days.of(from, to, NOW)).isEqualTo(new Days(first, last));
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, 2026-01-01, from",
        "2026-01-02, 2026-01-01, from",
        "1990-01-01, 2026-01-01, from",
        "2026-01-01, 2026-02-30, to",
        "2026-01-01, +999999999-01-01, to",
        "0001-01-01, 0001-01-02, to",
    })
    void namesTheParameterThatIsWrong(String from, String to, String parameter) {
        assertThatThrownBy(() -> Days.of(from, to, NOW)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors()).extracting(Problem.FieldError::pointer).containsExactly(parameter);
        });
    }

    @Test
    void theEndMayBeInTheFuture() {
        assertThat(Days.of("2026-11-22", "2026-12-31", NOW).last()).isEqualTo(LocalDate.parse("2026-12-31"));
    }
}
