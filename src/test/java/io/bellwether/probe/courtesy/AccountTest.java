package io.bellwether.probe.courtesy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTest {

    private static final Instant TOMORROW = Instant.parse("2026-11-24T00:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            240 | 1  | 240 | The daily budget of 240 contacts with a.example is used up; next from 2026-11-24T00:00:00Z.
            250 | 1  | 240 | The daily budget of 240 contacts with a.example is used up; next from 2026-11-24T00:00:00Z.
            235 | 12 | 240 | Of the daily budget of 240 contacts with a.example 5 are left, too few for 12; next from 2026-11-24T00:00:00Z.
            0   | 1  | 0   | The daily budget of 0 contacts with a.example is used up; next from 2026-11-24T00:00:00Z.
            """)
    void saysWhatIsLeftAndWhenThereIsMore(int used, int wanted, int budget, String sentence) {
        Account account = new Account(false, used, TOMORROW, null, null);

        assertThat(account.shortage("a.example", wanted, budget)).isEqualTo(sentence);
    }
}
