package io.bellwether;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files stay small enough to be read at once. */
class SourceSizeTest {

    private static final int MEDIAN_LINES = 70;
    private static final int MOST_LINES = 400;

    @Test
    void halfOfTheFilesFitOnOneScreen() {
        var sorted = linesPerFile("src/main/java").values().stream().sorted().toList();

        assertThat(sorted).isNotEmpty();
        assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(MEDIAN_LINES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java"})
    void noFileIsLong(String sources) {
        assertThat(linesPerFile(sources).entrySet())
                .isNotEmpty()
                .filteredOn(file -> file.getValue() > MOST_LINES)
                .isEmpty();
    }

    private static Map<String, Long> linesPerFile(String sources) {
        try (var files = Files.walk(Path.of(sources))) {
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
