package io.bellwether.history;

import java.util.Comparator;
import java.util.UUID;

/**
 * What a series is of.
 *
 * @param location as in {@link Observation}
 */
record SeriesKey(UUID probeId, String location) {

    static final Comparator<SeriesKey> ORDER =
            Comparator.comparing(SeriesKey::probeId).thenComparing(SeriesKey::location);

    static SeriesKey of(Observation observation) {
        return new SeriesKey(observation.probeId(), observation.location());
    }
}
