package io.bellwether.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A wall clock that is wrong for one process, by Debian's package {@code faketime}. */
final class FaultsClock {

    private static final Path LIBRARIES = Path.of("/usr/lib");

    private FaultsClock() {}

    /**
     * The environment of a process whose clock is off. Its monotonic clock is right; without the last setting the library takes
     * the deadlines of that for others, and a virtual machine does nothing but wake up.
     *
     * @param offset as {@code +5m}
     */
    static Map<String, String> off(String offset) throws IOException {
        return Map.of(
                "LD_PRELOAD",
                library().toString(),
                "FAKETIME",
                offset,
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    private static Path library() throws IOException {
        try (Stream<Path> files =
                Files.find(LIBRARIES, 3, (file, attributes) -> file.endsWith("faketime/libfaketime.so.1"))) {
            return files.findAny().orElseThrow(() -> new IOException("the Debian package faketime is missing"));
        }
    }
}
