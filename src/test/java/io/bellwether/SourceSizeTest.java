package io.bellwether;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files stay small enough to be read at once. */
class SourceSizeTest {

    private static final int MEDIAN_LINES = 70;
    private static final int MOST_LINES = 400;

    private final Map<String, Long> lines = linesPerFile(Path.of("src/main/java"));

    @Test
    void halfOfTheFilesFitOnOneScreen() {
        var sorted = lines.values().stream().sorted().toList();

        assertThat(sorted).isNotEmpty();
        assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(MEDIAN_LINES);
    }

    @Test
    void noFileIsLong() {
        assertThat(lines.entrySet())
                .filteredOn(file -> file.getValue() > MOST_LINES)
                .isEmpty();
    }

    private static Map<String, Long> linesPerFile(Path sources) {
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(toMap(Path::toString, SourceSizeTest::countLines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long countLines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
