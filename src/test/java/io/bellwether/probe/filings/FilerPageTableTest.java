package io.bellwether.probe.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FilerPageTableTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Filing OLD =
            new Filing("0000004711-03-000002", "8-K", "2003-05-02", "", "", "4.01", "d8k.htm");
    private static final Filing NEW =
            new Filing("0000004711-15-000002", "10-K", "2015-03-02", "2014-12-31", "", "", "");

    private final FilerPageTable table;
    private final long cik = ThreadLocalRandom.current().nextLong(1, 10_000_000_000L);

    FilerPageTableTest(FilerPageTable table) {
        this.table = table;
    }

    @Test
    void keepsTheLastReadingOfEachPage() {
        assertThat(table.readAt(cik)).isEmpty();
        assertThat(table.filings(cik)).isEmpty();

        table.keep(cik, "first", List.of(), NOW);
        table.keep(cik, "second", List.of(OLD), NOW);
        table.keep(cik, "first", List.of(NEW), NOW.plusSeconds(60));

        assertThat(table.readAt(cik)).isEqualTo(Map.of("first", NOW.plusSeconds(60), "second", NOW));
        assertThat(table.filings(cik)).containsExactly(NEW, OLD);
    }
}
