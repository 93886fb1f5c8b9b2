package io.bellwether.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From where a probe looks.
 *
 * @param locations the names of the locations, each looking at every due time; empty when any node may look
 * @param quorum how many of them must agree, 1 to all; null for more than half, and without locations
 */
public record Placement(List<String> locations, @Nullable Integer quorum) {

    public static final Placement ANYWHERE = new Placement(List.of(), null);

    public boolean anywhere() {
        return locations.isEmpty();
    }

    /** @throws IllegalArgumentException without locations */
    public Quorum rule() {
        return quorum == null ? Quorum.majority(locations.size()) : new Quorum(locations.size(), quorum);
    }

    /** What is null stays as it is; but where there are no locations any more, there is no quorum either. */
    public Placement with(@Nullable List<String> newLocations, @Nullable Integer newQuorum) {
        List<String> names = newLocations == null ? locations : newLocations;
        Integer kept = names.isEmpty() ? null : quorum;
        return new Placement(names, newQuorum == null ? kept : newQuorum);
    }
}
