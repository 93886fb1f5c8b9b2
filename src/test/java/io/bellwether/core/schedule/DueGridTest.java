package io.bellwether.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DueGridTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void dueTimesAreOneIntervalApartForEver() {
        DueGrid grid = DueGrid.of(UUID.fromString("019a0000-0000-7000-8000-000000000001"), Duration.ofSeconds(10));

        Instant first = grid.after(NOW);

        assertThat(grid.after(first)).isEqualTo(first.plusSeconds(10));
        assertThat(grid.after(first.plusSeconds(86_400).minusMillis(1))).isEqualTo(first.plusSeconds(86_400));
        assertThat(grid.atOrBefore(first)).isEqualTo(first);
        assertThat(grid.atOrBefore(first.minusMillis(1))).isEqualTo(first.minusSeconds(10));
    }

    @Test
    void theFirstDueTimeComesWithinOneInterval() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            DueGrid grid = DueGrid.of(new UUID(random.nextLong(), random.nextLong()), Duration.ofSeconds(60));

            assertThat(grid.after(NOW)).isAfter(NOW).isBeforeOrEqualTo(NOW.plusSeconds(60));
        }
    }

    @Test
    void probesMadeInOneMomentSpreadEvenlyOverTheInterval() {
        int[] seconds = new int[60];
        for (int i = 0; i < 6_000; i++) {
            UUID id = new UUID(0x019a_0000_0000_7000L + (i >> 8), 0x8000_0000_0000_0000L + i);
            seconds[(int) DueGrid.of(id, Duration.ofSeconds(60)).offset().toSeconds()]++;
        }

        // 100 expected in each second; five standard deviations are 50.
        assertThat(Arrays.stream(seconds).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(50, 150));
    }
}
