package io.bellwether.config.imports;

import io.bellwether.config.text.YamlWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A foreign configuration as ours. Nothing of it is in the register.
 *
 * @param document to be reviewed, and sent with PUT /config
 */
record Imported(String document, Carried carried, List<Leftover> notCarried) {

    /** How much came along. */
    record Carried(int monitors, int vendors, int probes) {}

    /** The document with what is not in it as a comment above it. */
    String commented() {
        String left = notCarried.stream()
                .map(leftover -> "- " + leftover.scope() + " " + leftover.path() + " "
                        + leftover.what().replaceAll("\\s+", " ")
                        + (leftover.times() == 1 ? "" : " (" + leftover.times() + " times)") + ": " + leftover.why())
                .collect(Collectors.joining("\n"));
        return YamlWriter.comment(carried.monitors() + " monitors are here as " + carried.probes() + " probes of "
                        + carried.vendors() + " vendors. Not carried over:\n" + (left.isEmpty() ? "- nothing" : left))
                + document;
    }
}
