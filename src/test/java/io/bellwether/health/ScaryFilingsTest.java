package io.bellwether.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.FilingHistories;
import io.bellwether.core.score.FilingWeight;
import io.bellwether.core.score.FilingWeights;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Healthy companies file much that frightens. */
class ScaryFilingsTest {

    private static final LocalDate START = FilingHistories.START;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = FilingHistories.HEALTHY)
    void aHealthyCompanyRaisesNoSlip(String name, String filings) {
        List<Health> days =
                new FilingsReplay(FilingHistories.of(filings)).between(START.minusDays(60), START.plusDays(560));

        assertThat(days).as(name).filteredOn(FilingsReplay::slips).isEmpty();
    }

    @Test
    void thereAreTwentyAndMoreOfThemAndEveryFilingIsOneWeKnow() {
        Set<String> known =
                FilingWeights.all().stream().map(FilingWeight::signal).collect(Collectors.toUnmodifiableSet());

        assertThat(FilingHistories.HEALTHY.lines()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(FilingHistories.HEALTHY
                        .lines()
                        .flatMap(line -> FilingHistories.of(line.substring(line.indexOf('|') + 1)).stream()))
                .extracting(FilingEvent::signal)
                .allMatch(signal -> known.contains(signal) || signal.startsWith("filing-8k-a-"));
    }

    /** What the list above must not be bought with. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            late, warned and without an auditor  | 15 NT 10-K, 33 3.01, 70 4.01
            restated, warned, lenders at the door | 20 4.02, 60 3.01, 95 2.04
            an exit on top of a default          | 20 2.05, 40 2.06, 70 2.04
            warned, removed, agreements ended    | 30 3.01, 45 1.02, 60 25-NSE
            """)
    void aTroubledCompanySlips(String name, String filings) {
        List<Health> days =
                new FilingsReplay(FilingHistories.of(filings)).between(START.minusDays(60), START.plusDays(100));

        assertThat(days.getLast()).as(name).matches(FilingsReplay::slips).satisfies(health -> {
            assertThat(health.cap()).isEqualTo("several grave filings");
            assertThat(health.index()).isLessThanOrEqualTo(59);
        });
    }
}
