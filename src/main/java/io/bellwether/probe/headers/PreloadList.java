package io.bellwether.probe.headers;

import io.bellwether.core.posture.web.PageEvidence;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hosts of which browsers know that they are reached over HTTPS only. A name with a dot before it includes its subdomains. Our
 * own copy is incomplete and says so; a complete one can be put in its place, with {@code complete} in its first line.
 */
@Singleton
class PreloadList {

    private static final String RESOURCE = "/hsts-preload.txt";

    private final Supplier<DatedList> list;

    @Inject
    PreloadList(@ConfigProperty(name = "bellwether.headers.hsts-preload") Optional<Path> file) {
        this.list = Lazily.once(() -> DatedList.read(file, RESOURCE));
    }

    PageEvidence.Preload answer(Set<String> hosts) {
        DatedList known = list.get();
        List<String> listed = hosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .filter(host -> lists(known.names(), host))
                .toList();
        boolean complete = List.of(known.head().split(" ", -1)).contains("complete");
        return new PageEvidence.Preload(known.date(), complete, listed);
    }

    private static boolean lists(Set<String> names, String host) {
        if (names.contains(host)) {
            return true;
        }
        for (String part = host; !part.isEmpty(); part = part.substring(part.indexOf('.') + 1)) {
            if (names.contains("." + part)) {
                return true;
            }
            if (part.indexOf('.') < 0) {
                return false;
            }
        }
        return false;
    }
}
