package io.bellwether.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The http probe and Prometheus' blackbox_exporter look at the same servers and see the same. */
@Tag("debian")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlackboxComparisonTest {

    private static final Path GUIDE = Path.of("docs/probing.md");
    private static final int WARM_UP = 25;

    private final List<Comparison> comparisons = new ArrayList<>();

    @AutoClose
    private Stage stage;

    @AutoClose
    private Blackbox blackbox;

    private HttpLab lab;
    private List<Trial> trials;

    @BeforeAll
    void start(@TempDir Path files) throws IOException {
        stage = new Stage(files);
        lab = new HttpLab(stage.trust(), "127.0.0.1", "::1");
        trials = Stream.of(
                        PlainTrials.on(stage),
                        CodingTrials.on(stage),
                        RedirectTrials.on(stage),
                        RudeTrials.on(stage),
                        TlsTrials.on(stage))
                .flatMap(some -> some)
                .toList();
        blackbox = Blackbox.start(files, trials, Map.of("ca_file", stage.trust().toString()));
        warmUp();
    }

    @AfterAll
    void print() {
        System.out.println("Phases in ms, ours / theirs.\n" + Comparison.heading());
        comparisons.forEach(comparison -> System.out.println(comparison.row()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trials")
    void bothSeeTheSameOrTheDifferenceIsJustified(Trial trial) throws InterruptedException {
        Comparison comparison = Comparison.of(trial, lab, blackbox);
        comparisons.add(comparison);

        assertThat(comparison.faults()).isEmpty();
    }

    @Test
    void theGuideListsTheDifferences() throws IOException {
        List<String> lines = Files.readAllLines(GUIDE);

        assertThat(lines).anyMatch(line -> line.startsWith(trials.size() + " servers"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("| ") && !line.startsWith("| target"))
                .containsExactlyElementsOf(
                        trials.stream().flatMap(Trial::difference).toList());
    }

    /** A cold virtual machine is slow at everything it does for the first time. */
    private void warmUp() {
        List<Trial> usual = trials.stream()
                .filter(trial -> List.of("status 200", "https", "TLS 1.2 only", "client certificate", "HTTP/2")
                        .contains(trial.name()))
                .toList();
        for (int i = 0; i < WARM_UP; i++) {
            usual.forEach(trial -> Comparison.once(trial, lab, blackbox));
        }
    }

    private List<Trial> trials() {
        return trials;
    }
}
