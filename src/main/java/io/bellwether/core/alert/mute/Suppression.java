package io.bellwether.core.alert.mute;

import io.bellwether.core.Dimension;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that may keep alerts from being told at some time. Lists and accounts show the alerts all the same.
 *
 * @param firing alerts that may explain others; whether they are told themselves does not matter
 * @param maintenance the maintenance that goes on and is not to be told of, by the vendor's slug
 * @param silences those that are active
 */
public record Suppression(
        List<Firing> firing,
        Dependencies dependencies,
        Map<String, Set<UUID>> maintenance,
        Map<UUID, Silence> silences) {

    private static final Set<Dimension> EXCUSABLE = EnumSet.of(Dimension.UPTIME, Dimension.LATENCY);

    public Suppression {
        firing = List.copyOf(firing);
        maintenance = Map.copyOf(maintenance);
        silences = Map.copyOf(silences);
    }

    /** Whether an outage or work on a service may explain alerts about this: both break the service and nothing else. */
    public static boolean excusable(Dimension dimension) {
        return EXCUSABLE.contains(dimension);
    }

    /** An alert that fires. */
    public record Firing(UUID id, Map<String, String> labels) {}

    /** An alert that may be suppressed. */
    public record Candidate(UUID id, String vendor, Dimension dimension, Map<String, String> labels) {}

    /**
     * Why an alert need not be told.
     *
     * @return {@code inhibited-by:<alert>}, {@code maintenance:<window>} and {@code silence:<silence>}, in this order, each
     *     with an id; empty when it is to be told
     */
    public List<String> reasons(Candidate alert) {
        return Stream.of(
                        reasons("inhibited-by:", causes(alert)),
                        reasons("maintenance:", work(alert)),
                        reasons("silence:", covering(alert)))
                .flatMap(reasons -> reasons)
                .toList();
    }

    private Stream<UUID> causes(Candidate alert) {
        return firing.stream()
                .filter(cause -> !cause.id.equals(alert.id))
                .filter(cause -> InhibitionRules.explain(cause.labels, alert.labels, dependencies))
                .map(Firing::id);
    }

    private Stream<UUID> work(Candidate alert) {
        boolean maintained = excusable(alert.dimension) && !Silence.isProtected(alert.labels);
        return maintained ? maintenance.getOrDefault(alert.vendor, Set.of()).stream() : Stream.empty();
    }

    private Stream<UUID> covering(Candidate alert) {
        return silences.entrySet().stream()
                .filter(silence -> silence.getValue().covers(alert.labels))
                .map(Map.Entry::getKey);
    }

    private static Stream<String> reasons(String prefix, Stream<UUID> ids) {
        return ids.map(id -> prefix + id).sorted();
    }
}
