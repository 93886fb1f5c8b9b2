package io.bellwether.probe.courtesy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is never contacted.
 *
 * @param domains names and addresses; a name stands for all below it as well
 */
record OptOut(Set<String> domains) {

    /** @throws IllegalArgumentException naming an entry that is no host name: to leave it out would be to contact somebody */
    static OptOut of(List<String> entries) {
        return new OptOut(entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(OptOut::domain)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** @param host as {@link Hosts#plain} has it */
    boolean covers(String host) {
        for (String name = host; ; name = name.substring(name.indexOf('.') + 1)) {
            if (domains.contains(name)) {
                return true;
            }
            if (name.indexOf('.') < 0) {
                return false;
            }
        }
    }

    private static String domain(String entry) {
        return Hosts.plain(entry.replaceFirst("^\\*?\\.", ""))
                .orElseThrow(() -> new IllegalArgumentException("bellwether.courtesy.opt-out: '" + entry
                        + "' is not a host name such as example.com, in its plain ASCII form"));
    }
}
