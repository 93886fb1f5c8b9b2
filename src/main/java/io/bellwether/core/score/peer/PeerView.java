package io.bellwether.core.score.peer;

import io.bellwether.core.Median;
import io.bellwether.core.Voices;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor beside the others that have the same capability.
 *
 * @param index the vendor's own; null when it has none
 * @param peers the others that have an index
 * @param median of their indices; null with fewer than three of them
 * @param fourWeeks null with {@code median}
 * @param thirteenWeeks null with {@code median}
 * @param reason why nothing is compared; null when it is
 */
public record PeerView(
        String capability,
        @Nullable Integer index,
        int peers,
        @Nullable Double median,
        @Nullable PeerMove fourWeeks,
        @Nullable PeerMove thirteenWeeks,
        @Nullable Voices reason) {

    private static final int MONTH = 4;
    private static final int QUARTER = 13;

    /** @param own null when the vendor has no index */
    public static PeerView of(String capability, @Nullable Peer own, List<Peer> others) {
        Integer index = own == null ? null : own.index();
        if (others.size() < PeerMove.LEAST_PEERS) {
            return new PeerView(capability, index, others.size(), null, null, null, tooFew(capability, others.size()));
        }
        return new PeerView(
                capability,
                index,
                others.size(),
                Median.of(others.stream().mapToDouble(Peer::index).toArray()),
                PeerMove.of(capability, MONTH, own == null ? null : own.inFourWeeks(), others, Peer::inFourWeeks),
                PeerMove.of(
                        capability, QUARTER, own == null ? null : own.inThirteenWeeks(), others, Peer::inThirteenWeeks),
                null);
    }

    private static Voices tooFew(String capability, int peers) {
        return new Voices(
                peers + " of the " + PeerMove.LEAST_PEERS + " other vendors with an index that a comparison of "
                        + capability + " needs.",
                "We watch too few others for " + capability + " to compare it with.");
    }
}
