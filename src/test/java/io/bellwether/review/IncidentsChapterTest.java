package io.bellwether.review;

import static io.bellwether.review.Materials.day;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentsChapterTest {

    private static DocumentContext shown(Materials materials) {
        return Materials.json(new IncidentsChapter(), materials.build());
    }

    @ParameterizedTest
    @CsvSource({"0, 12, 12.0", "-20, 0, 0.0", "-50, -20, -20.0", "89, 90, 90.0"})
    void tellsHowLateTheVendorWasHoweverItDatesTheIncident(int started, int seen, double delay) {
        Instant begin = day(3, 10, 0);
        DocumentContext shown = shown(new Materials()
                .incident(begin, begin.plusSeconds(1800), 29, 31)
                .announcement(begin.plusSeconds(started * 60L), begin.plusSeconds(seen * 60L)));

        assertThat(shown.<Integer>read("$.items.length()")).isEqualTo(1);
        assertThat(shown.<Double>read("$.items[0].delayMinutes")).isEqualTo(delay);
        assertThat(shown.<String>read("$.items[0].announced.title")).isEqualTo("Login slow");
        assertThat(shown.<Boolean>read("$.items[0].detectedByUs")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"91", "-61"})
    void keepsApartWhatCannotBeTheSameTrouble(int minutesAfterTheBegin) {
        Instant begin = day(3, 10, 0);
        DocumentContext shown = shown(new Materials()
                .incident(begin, begin.plusSeconds(1800), 29, 31)
                .announcement(begin.plusSeconds(minutesAfterTheBegin * 60L), begin.plusSeconds(6000)));

        assertThat(shown.<Integer>read("$.items.length()")).isEqualTo(2);
        assertThat(shown.<Integer>read("$.detectedByUs")).isEqualTo(1);
        assertThat(shown.<Integer>read("$.announced")).isEqualTo(1);
    }

    @Test
    void namesTheOutageThatTheVendorNeverAdmitted() {
        DocumentContext shown = shown(new Materials().incident(day(3, 10, 0), null, 29, 31));

        assertThat(shown.<Object>read("$.items[0].announced")).isNull();
        assertThat(shown.<Object>read("$.items[0].delayMinutes")).isNull();
        assertThat(shown.<Double>read("$.items[0].minutes.min")).isEqualTo(29);
        assertThat(shown.<Double>read("$.items[0].minutes.max")).isEqualTo(31);
        assertThat(shown.<String>read("$.items[0].source"))
                .isEqualTo("/api/v1/vendors/acme/availability?from=2026-10-04T10:00:00Z&to=2027-01-01T00:00:00Z");
    }

    @Test
    void namesTheIncidentThatOnlyTheVendorKnowsOf() {
        DocumentContext shown = shown(new Materials().announcement(day(3, 10, 0), day(3, 10, 5)));

        assertThat(shown.<Boolean>read("$.items[0].detectedByUs")).isFalse();
        assertThat(shown.<Object>read("$.items[0].minutes")).isNull();
        assertThat(shown.<String>read("$.items[0].source")).startsWith("https://source.example/");
    }
}
