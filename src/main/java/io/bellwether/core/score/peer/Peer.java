package io.bellwether.core.score.peer;

import org.jspecify.annotations.Nullable;

/**
 * How one vendor's index stands and moved.
 *
 * @param index 0 to 100
 * @param inFourWeeks by how much it moved; null when there was none then that the same rules made
 * @param inThirteenWeeks as {@code inFourWeeks}
 */
public record Peer(
        int index, @Nullable Integer inFourWeeks, @Nullable Integer inThirteenWeeks) {}
