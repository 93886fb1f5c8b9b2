package io.bellwether.probe.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FilerTableTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final FilerTable table;
    private final Jdbi jdbi;
    private final long cik = ThreadLocalRandom.current().nextLong(1, 10_000_000_000L);

    FilerTableTest(FilerTable table, Jdbi jdbi) {
        this.table = table;
        this.jdbi = jdbi;
    }

    @Test
    void keepsTheLastReadingOfEachCompany() {
        CompanyFacts facts = CompanyFactsReader.read(CompanyFactsReaderTest.WIDGETS.getBytes(StandardCharsets.UTF_8));
        Filers.Reading first = new Filers.Reading("0000004711-25-000001", false, NOW);
        Filers.Reading second = new Filers.Reading("0000004711-25-000002", true, NOW.plusSeconds(60));

        assertThat(table.last(cik)).isEmpty();
        table.keep(cik, CompanyFacts.NONE, first);
        assertThat(table.last(cik)).contains(first);
        assertThat(count()).isZero();

        table.keep(cik, facts, second);
        assertThat(table.last(cik)).contains(second);
        assertThat(count()).isEqualTo(facts.facts().size());
    }

    @Test
    void anAnswerWithoutFiguresTakesNoneAway() {
        CompanyFacts facts = CompanyFactsReader.read(CompanyFactsReaderTest.WIDGETS.getBytes(StandardCharsets.UTF_8));
        table.keep(cik, facts, new Filers.Reading("0000004711-25-000001", true, NOW));

        table.keep(cik, CompanyFacts.NONE, new Filers.Reading("0000004711-25-000002", true, NOW.plusSeconds(60)));

        assertThat(count()).isEqualTo(facts.facts().size());
    }

    private int count() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT json_array_length(facts) FROM filer WHERE cik = :cik")
                        .bind("cik", cik)
                        .mapTo(int.class)
                        .one());
    }
}
