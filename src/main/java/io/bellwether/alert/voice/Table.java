package io.bellwether.alert.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table that comes with the application: a line per row, cells between bars, lines that begin with a hash and a space explain. */
final class Table {

    private Table() {}

    /** @param name of a file below {@code /voices} */
    static List<List<String>> rows(String name) {
        return text("/voices/" + name)
                .orElseThrow(() -> new IllegalStateException("the application lacks the table " + name))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }

    /** A resource, whole; empty when there is none. */
    static Optional<String> text(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> words(String cell) {
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
