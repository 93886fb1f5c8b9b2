package io.bellwether.core.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any strips of 120 minutes, against an account that looks at each minute on its own. */
class AccountPropertiesTest {

    private static final int MINUTES = 120;
    private static final Strip STRIP = new Strip(Instant.parse("2026-11-01T00:00:00Z"), Duration.ofMinutes(1));

    static List<Integer> seeds() {
        return IntStream.range(0, 300).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theAccountIsThatOfItsMinutes(int seed) {
        Random random = new Random(seed);
        String one = drawn(random, "GGGDDU.");
        String two = drawn(random, "GGGDU..");
        String excluded = drawn(random, "...x");
        int from = random.nextInt(60);
        int to = from + random.nextInt(60);

        Account account = Account.of(
                List.of(STRIP.runs(one), STRIP.runs(two)), STRIP.excluded(excluded), STRIP.at(from), STRIP.at(to));

        int[] minutes = new int[4];
        for (int minute = from; minute < to; minute++) {
            String both = "" + one.charAt(minute) + two.charAt(minute);
            boolean out = excluded.charAt(minute) == 'x';
            minutes[out ? 3 : both.contains("D") ? 1 : both.contains("G") ? 0 : 2]++;
        }
        assertThat(account.good()).isEqualTo(Duration.ofMinutes(minutes[0]));
        assertThat(account.down()).isEqualTo(Duration.ofMinutes(minutes[1]));
        assertThat(account.unknown()).isEqualTo(Duration.ofMinutes(minutes[2]));
        assertThat(account.excluded()).isEqualTo(Duration.ofMinutes(minutes[3]));
        assertOutagesAddUp(account);
    }

    private static void assertOutagesAddUp(Account account) {
        assertThat(account.outages().stream().map(Outage::counted).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(account.down());
        assertThat(account.outages())
                .allSatisfy(outage ->
                        assertThat(outage.counted()).isPositive().isBetween(outage.atLeast(), outage.atMost()));
    }

    private static String drawn(Random random, String states) {
        StringBuilder strip = new StringBuilder();
        while (strip.length() < MINUTES) {
            strip.repeat(states.charAt(random.nextInt(states.length())), 1 + random.nextInt(9));
        }
        return strip.substring(0, MINUTES);
    }
}
