package io.bellwether.probe.statuspage.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-22T09:05:00Z              | 2026-11-22T09:05:00Z
            2026-11-22T10:05:00.000+01:00     | 2026-11-22T09:05:00Z
            2026-11-22T09:05:00               | 2026-11-22T09:05:00Z
            2026-11-22 09:05:00.250           | 2026-11-22T09:05:00.250Z
            Sun, 22 Nov 2026 09:05:00 GMT     | 2026-11-22T09:05:00Z
            Sun, 22 Nov 2026 09:05:00 Z       | 2026-11-22T09:05:00Z
            Sun, 22 Nov 2026 10:05:00 +0100   | 2026-11-22T09:05:00Z
            Sun, 22 Nov 2026 01:05:00 PST     | 2026-11-22T09:05:00Z
            22 Nov 2026 09:05 UTC             | 2026-11-22T09:05:00Z
            1795338300                        | 2026-11-22T09:05:00Z
            1795338300000                     | 2026-11-22T09:05:00Z
            """)
    void readsTimesAsStatusPagesWriteThem(String text, Instant time) {
        assertThat(Times.read(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "12",
                "2026-13-22T09:05:00Z",
                "99999999999999999999",
                "yesterday 9:00",
                "9999-12-31T23:59:59-08:00",
                "1969-12-31T23:59:59Z"
            })
    void aTimeThatCannotBeReadIsNone(String text) {
        assertThat(Times.read(text)).isNull();
    }
}
