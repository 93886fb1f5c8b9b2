package io.bellwether.probe.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FilerDocumentTableTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Said DOUBT = new Said("filing-going-concern", "#going-concern", "Doubt", "There is doubt.");

    private final FilerDocumentTable table;
    private final long cik = ThreadLocalRandom.current().nextLong(1, 10_000_000_000L);

    FilerDocumentTableTest(FilerDocumentTable table) {
        this.table = table;
    }

    @Test
    void keepsWhatEachDocumentSaysAndThatOneSaysNothing() {
        assertThat(table.read(cik)).isEmpty();

        table.keep(cik, "first", List.of(), NOW);
        table.keep(cik, "second", List.of(), NOW);
        table.keep(cik, "second", List.of(DOUBT), NOW.plusSeconds(60));

        assertThat(table.read(cik)).isEqualTo(Map.of("first", List.of(), "second", List.of(DOUBT)));
    }
}
