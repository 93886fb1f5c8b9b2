package io.bellwether.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bellwether.core.Dimension;
import io.bellwether.core.score.FilingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilingFactsTest {

    private static final Instant SEEN = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void areEventsAndTheReportThatDoesNotCome() {
        List<Fact> facts = List.of(
                fact("filing-nt-10-q", null, Map.of()),
                fact("filing-overdue", "OVERDUE", Map.of("since", "2026-08-25")),
                fact("filing-overdue", "NONE", Map.of()),
                fact("filing-overdue", "UNKNOWN", Map.of()),
                fact("company-accounts", "OVERDUE", Map.of()));

        assertThat(FilingFacts.of(facts))
                .extracting(FilingEvent::signal, event -> event.occurredAt().toString())
                .containsExactly(
                        tuple("filing-nt-10-q", "2026-11-22T10:00:00Z"),
                        tuple("filing-overdue", "2026-08-25T00:00:00Z"));
    }

    private static Fact fact(String signal, @Nullable String value, Map<String, Object> detail) {
        return new Fact(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                Dimension.FINANCIAL,
                signal,
                signal + value,
                value,
                SEEN,
                SEEN,
                null,
                "https://f.example",
                detail);
    }
}
