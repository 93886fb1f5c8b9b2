package io.bellwether.probe.headers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which domains belong together: the public suffix list, of which only the part that registries rule counts, as for the HTTP
 * Observatory. A newer list can be put in its place; it has one rule a line as published, names in their ASCII form.
 */
@Singleton
class PublicSuffixes {

    private static final String RESOURCE = "/public-suffixes.txt.gz";

    /** What is longer is no name, and would take the square of its length. */
    private static final int LONGEST_NAME = 253;

    private final Supplier<Set<String>> rules;

    @Inject
    PublicSuffixes(@ConfigProperty(name = "bellwether.headers.public-suffixes") Optional<Path> file) {
        this.rules = Lazily.once(() -> DatedList.read(file, RESOURCE).names());
    }

    /** The registrable domain of a host; the host itself when it has none, as an address, a suffix or too long a name has not. */
    String site(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        int last = plain.lastIndexOf('.');
        boolean address =
                plain.indexOf(':') >= 0 || (last + 1 < plain.length() && Character.isDigit(plain.charAt(last + 1)));
        if (address || last < 0 || plain.length() > LONGEST_NAME) {
            return plain;
        }
        String below = plain;
        String site = plain;
        // From the whole name down to its last label: the first suffix met is the longest.
        while (true) {
            if (rules.get().contains("!" + below)) {
                return below;
            }
            int dot = below.indexOf('.');
            String parent = dot < 0 ? "" : below.substring(dot + 1);
            if (dot < 0 || rules.get().contains(below) || rules.get().contains("*." + parent)) {
                return site;
            }
            site = below;
            below = parent;
        }
    }
}
