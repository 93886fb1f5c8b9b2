package io.bellwether.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bellwether.RealFilings;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.probe.filings.FiledEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replays the public filings of a company that filed for bankruptcy, where its files are at hand. */
class RealDeclineTest {

    private static final long CIK = 1009672;
    private static final LocalDate PETITION = LocalDate.parse("2020-03-30");

    @Test
    void isSeenSixtyDaysAheadAndNeverInElevenGoodYears() throws IOException {
        assumeTrue(Files.exists(RealFilings.FOLDER), "the real filings are not here");
        List<FilingEvent> filings =
                new ArrayList<>(FiledEvents.newest(RealFilings.FOLDER.resolve("CIK0001009672.json.gz"), CIK));
        filings.addAll(FiledEvents.older(RealFilings.FOLDER.resolve("CIK0001009672-submissions-001.json.gz"), CIK));
        assertThat(filings)
                .extracting(FilingEvent::signal)
                .contains("filing-8k-5.02", "filing-25-nse", "filing-8k-1.03", "filing-15-12b");

        List<Health> days =
                new FilingsReplay(filings).between(LocalDate.parse("2006-01-01"), LocalDate.parse("2021-06-30"));

        List<LocalDate> slips = days.stream()
                .filter(FilingsReplay::slips)
                .map(FilingsReplay::day)
                .toList();
        assertThat(slips).as("good years").noneMatch(day -> day.isBefore(LocalDate.parse("2017-01-01")));
        LocalDate first = slips.getFirst();
        assertThat(first)
                .as("80 days ahead; sixty are asked for")
                .isEqualTo("2020-01-10")
                .isBeforeOrEqualTo(PETITION.minusDays(60));
        assertThat(slips).as("once said it is not taken back").hasSize((int)
                ChronoUnit.DAYS.between(first, LocalDate.parse("2021-07-01")));
        assertThat(days.getLast().cap()).isEqualTo("bankruptcy filing");
    }
}
