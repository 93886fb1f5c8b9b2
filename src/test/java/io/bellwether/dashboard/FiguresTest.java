package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Lens;
import io.bellwether.dashboard.Figures.Figure;
import io.bellwether.dashboard.Figures.Group;
import io.bellwether.dashboard.Figures.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void writesSingleValuesWithTheirUnitAndForm() {
        assertThat(single("availability", 0.99987)).isEqualTo(new Figure("Availability", "99.987 %", null));
        assertThat(single("unknownMinutes", 12.0)).isEqualTo(new Figure("Unknown minutes", "12", null));
        assertThat(single("startedAt", "2026-11-22T10:32:05Z"))
                .isEqualTo(figure("Started at", "22 Nov 2026, 10:32 UTC"));
        assertThat(single("day", "2026-11-22")).isEqualTo(figure("Day", "22 Nov 2026"));
        assertThat(single("detectedByUs", true)).isEqualTo(figure("Detected by us", "yes"));
        assertThat(single("openAlerts", List.of())).isEqualTo(figure("Open alerts", "none"));
    }

    @Test
    void tellsTheSameFactsInTheVoiceOfTheReader() {
        Map<String, Object> text = Map.of("text", Map.of("it", "HTTP 503", "marketing", "The shop is closed"));

        assertThat(Figures.of(text, Lens.IT).single()).containsExactly(figure("Text", "HTTP 503"));
        assertThat(Figures.of(text, Lens.MARKETING).single()).containsExactly(figure("Text", "The shop is closed"));
    }

    @Test
    void linksOnlyToHarmlessAddresses() {
        assertThat(single("source", "/api/v1/alerts/1").link()).isEqualTo("/api/v1/alerts/1");
        assertThat(single("source", "javascript:alert(1)").link()).isNull();
    }

    @Test
    void groupsWhatBelongsTogether() {
        Figures figures = Figures.of(Map.of("score", Map.of("begin", 90)), Lens.IT);

        assertThat(figures.groups()).containsExactly(new Group("Score", List.of(figure("Begin", "90"))));
    }

    @Test
    void makesATableOfAListWithTheColumnsThatTellSomething() {
        Map<String, Object> first = new LinkedHashMap<>();
        first.put("name", "2026-10");
        first.put("minutes", Map.of("min", 1, "max", 2.5));
        first.put("source", "us");
        first.put("id", "for programs");
        first.put("endedAt", null);
        Map<String, Object> second = Map.of("reason", "no answer", "name", "2026-11");

        Figures figures = Figures.of(Map.of("months", Arrays.asList(first, second)), Lens.IT);

        assertThat(figures.tables())
                .containsExactly(new Table(
                        "Months",
                        List.of("Name", "Reason", "Minutes", "Source"),
                        List.of(
                                List.of(
                                        figure("Name", "2026-10"),
                                        figure("Reason", "–"),
                                        figure("Minutes", "1 to 2.5"),
                                        figure("Source", "us")),
                                List.of(
                                        figure("Name", "2026-11"),
                                        figure("Reason", "no answer"),
                                        figure("Minutes", "–"),
                                        figure("Source", "–")))));
    }

    private static Figure single(String name, Object value) {
        return Figures.of(Map.of(name, value), Lens.IT).single().getFirst();
    }

    private static Figure figure(String label, String text) {
        return new Figure(label, text, null);
    }
}
