package io.bellwether.probe.pagewatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of pages between looks, in a real database. */
@QuarkusTest
class PageTableTest {

    private static final Instant NOW = Instant.parse("2026-11-01T06:00:00Z");
    private static final URI URL = URI.create("https://watched.example/legal");
    private static final PageText BEFORE = new PageText("en", List.of("One.", "Two."));
    private static final PageText AFTER = new PageText("en", List.of("One.", "Three."));

    private final PageTable pages;
    private final Jdbi jdbi;

    PageTableTest(PageTable pages, Jdbi jdbi) {
        this.pages = pages;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void forget() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM page_text WHERE url LIKE 'https://watched.example/%'"));
    }

    @Test
    void remembersFromLookToLook() {
        pages.look(URL, null, BEFORE, NOW);
        pages.look(URL, null, BEFORE, day(1));
        assertThat(pages.look(URL, null, AFTER, day(2)).changes()).isEmpty();

        PageState state = pages.look(URL, null, AFTER, day(3));

        assertThat(state.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.added()).containsExactly("Three."));
        assertThat(pages.look(URL, null, AFTER, day(4)).changes()).isEqualTo(state.changes());
    }

    @Test
    void keepsThePartsOfAPageApart() {
        pages.look(URL, null, BEFORE, NOW);

        assertThat(pages.look(URL, "main", AFTER, day(1)).looks()).isEqualTo(1);
        assertThat(pages.look(URL, null, BEFORE, day(1)).looks()).isEqualTo(2);
    }

    @Test
    void holdsTheLongestTextsTwice() {
        PageText one = new PageText("", longText("a"));
        PageText other = new PageText("", longText("b"));

        pages.look(URL, null, one, NOW);
        pages.look(URL, null, one, day(1));
        PageState state = pages.look(URL, null, other, day(2));

        assertThat(pages.look(URL, null, other, day(2).plusSeconds(1))).isEqualTo(state);
    }

    @Test
    void forgetsWhatNobodyLooksAt() {
        pages.look(URL, null, BEFORE, NOW);
        pages.forgetUnwatched();
        assertThat(pages.look(URL, null, BEFORE, day(1)).looks()).isEqualTo(2);

        jdbi.useHandle(handle -> handle.execute(
                "UPDATE page_text SET seen_at = now() - INTERVAL '401 days' WHERE url = ?", URL.toString()));
        pages.forgetUnwatched();
        assertThat(pages.look(URL, null, BEFORE, day(2)).looks()).isEqualTo(1);
    }

    private static List<String> longText(String word) {
        return IntStream.range(0, 5_000)
                .mapToObj(i -> (word + Integer.toString(i * 7_919, 36)).repeat(18))
                .toList();
    }

    private static Instant day(int day) {
        return NOW.plus(Duration.ofDays(day));
    }
}
