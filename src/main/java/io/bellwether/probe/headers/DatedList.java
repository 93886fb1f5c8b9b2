package io.bellwether.probe.headers;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A list of names with its date: text, one name a line, its first line {@code # YYYY-MM-DD} with words that say what it is;
 * compressed with gzip or not.
 *
 * @param head the first line behind the sign
 */
record DatedList(String head, Set<String> names) {

    private static final int GZIP = 0x1f;

    /**
     * @param file instead of the resource, when given
     * @throws UncheckedIOException when it cannot be read
     */
    static DatedList read(Optional<Path> file, String resource) {
        try (InputStream in = file.isPresent() ? Files.newInputStream(file.get()) : resource(resource)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The list " + file.map(Path::toString).orElse(resource) + " cannot be read", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = DatedList.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("There is no resource " + name);
        }
        return in;
    }

    private static DatedList read(InputStream in) throws IOException {
        BufferedInputStream peeked = new BufferedInputStream(in);
        peeked.mark(1);
        boolean compressed = peeked.read() == GZIP;
        peeked.reset();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(compressed ? new GZIPInputStream(peeked) : peeked, StandardCharsets.UTF_8))) {
            String head = head(lines.readLine());
            Set<String> names = new HashSet<>();
            lines.lines()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(names::add);
            return new DatedList(head, Set.copyOf(names));
        }
    }

    private static String head(@Nullable String line) throws IOException {
        if (line == null || !line.startsWith("# ")) {
            throw new IOException("its first line must be '# ' and its date");
        }
        return line.substring(2).strip();
    }

    /** As it is written, the first word of the first line. */
    String date() {
        return head.split(" ", 2)[0];
    }
}
