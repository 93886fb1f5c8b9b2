package io.bellwether.core.score.slip;

import io.bellwether.core.Voices;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed worsening of the viability index.
 *
 * @param since the Monday of the week, or the day, on which it began
 * @param usual the index that was usual before, 0 to 100
 * @param level the index since then, or in its newest weeks when it is longer ago
 * @param drop points from the usual index to the level
 * @param floor the lowest index that is good enough for the vendor's tier
 * @param crossing when the index would fall below the floor; null when it is not falling, is below already, or has far to go
 */
public record Slip(
        LocalDate since,
        double usual,
        double level,
        double drop,
        int floor,
        @Nullable Crossing crossing,
        Voices reason) {}
