package io.bellwether.core.posture.zone;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a zone.
 *
 * @param zone in which the domain lies, usually itself
 * @param servers sorted by name
 * @param above the zone's name servers as the zone above delegates it, sorted; null when it did not say
 * @param aboveUnknown why the zone above did not say, null when it did
 */
public record NameServers(
        String zone,
        List<NameServer> servers,
        @Nullable List<String> above,
        @Nullable String aboveUnknown) {

    public NameServers {
        servers = List.copyOf(servers);
        above = above == null ? null : List.copyOf(above);
    }

    /** With serials that only tell how far each server is behind the newest: every change of the zone counts them up. */
    NameServers steady() {
        long newest = servers.stream()
                .flatMap(server -> Stream.ofNullable(server.serial()))
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        List<NameServer> level =
                servers.stream().map(server -> server.behind(newest)).toList();
        return new NameServers(zone, level, above, aboveUnknown);
    }
}
