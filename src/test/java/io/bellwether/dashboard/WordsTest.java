package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final Instant TIME = Instant.parse("2026-11-22T10:32:05.999Z");

    @Test
    void writesTimesWithTheirZone() {
        assertThat(Words.minute(TIME)).isEqualTo("22 Nov 2026, 10:32 UTC");
        assertThat(Words.second(TIME)).isEqualTo("10:32:05 UTC");
        assertThat(Words.day(TIME)).isEqualTo("22 Nov 2026");
        assertThat(Words.day(LocalDate.of(2026, 1, 2))).isEqualTo("2 Jan 2026");
    }

    @ParameterizedTest
    @CsvSource({"1,100 %", "0.99987,99.987 %", "0.999999,99.999 %", "0.5,50 %", "0,0 %", "0.92,92 %"})
    void neverRoundsAnOutageAway(double share, String text) {
        assertThat(Words.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.04,0.0 ms",
        "4.16,4.2 ms",
        "9.94,9.9 ms",
        "9.96,10 ms",
        "184.2,184 ms",
        "9999,9999 ms",
        "12345,12.3 s"
    })
    void writesDurationsAsPreciselyAsTheyMatter(double milliseconds, String text) {
        assertThat(Words.milliseconds(milliseconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PT5S,5 s", "PT60S,1 min", "PT90S,90 s", "PT5M,5 min", "PT2H,2 h", "PT90M,90 min"})
    void writesIntervalsInTheLargestUnitThatIsExact(Duration every, String text) {
        assertThat(Words.length(every)).isEqualTo(text);
    }

    @Test
    void makesWordsOfNames() {
        assertThat(Words.label(Outcome.DEGRADED)).isEqualTo("Degraded");
        assertThat(Words.sentence("vendor-down")).isEqualTo("Vendor down");
        assertThat(Words.style("first byte")).isEqualTo("first-byte");
    }

    @ParameterizedTest
    @CsvSource({"100,good", "80,good", "79,fair", "60,fair", "59,poor", "0,poor", ",none"})
    void ordersScoresInBands(Integer score, String band) {
        assertThat(Words.band(score)).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.sec.gov/x,https://www.sec.gov/x",
        "/api/v1/probes/1/series,/api/v1/probes/1/series",
        "javascript:alert(1),",
        "data:text/html;x,",
        "//evil.example,",
        "SEC register,"
    })
    void linksOnlyToWhatAClickCanFollowWithoutHarm(String source, String link) {
        assertThat(Words.link(source)).isEqualTo(link);
    }
}
