package io.bellwether.core.score.peer;

import io.bellwether.core.Median;
import io.bellwether.core.Voices;
import io.bellwether.core.score.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's move over some weeks beside that of its peers.
 *
 * @param own points by which the vendor's index moved; null when it had none then that the same rules made
 * @param median of the peers; null when fewer than three of them had an index then
 * @param peers those that had one
 * @param fell those of them that fell by at least 5 points, the least that is called a slip
 * @param verdict null when {@code own} or {@code median} is
 * @param text in both voices, also why there is no verdict
 */
public record PeerMove(
        int weeks,
        @Nullable Integer own,
        @Nullable Double median,
        int peers,
        int fell,
        @Nullable Verdict verdict,
        Voices text) {

    /** Fewer say nothing about a category. */
    static final int LEAST_PEERS = 3;

    private static final int FALL = -5;

    /** Whose fall it is. */
    public enum Verdict {
        /** It did not fall. */
        NOT_FALLING,
        /** Half of the peers or more fell too. */
        CATEGORY,
        /** Some peers fell too. */
        FEW,
        /** No peer fell. */
        ALONE
    }

    static PeerMove of(
            String capability,
            int weeks,
            @Nullable Integer own,
            List<Peer> others,
            Function<Peer, @Nullable Integer> move) {
        double[] moves = others.stream()
                .map(move)
                .filter(Objects::nonNull)
                .mapToDouble(Integer::doubleValue)
                .toArray();
        int fell = (int) Arrays.stream(moves).filter(points -> points <= FALL).count();
        Double median = moves.length < LEAST_PEERS ? null : (Double) Median.of(moves);
        if (own == null || median == null) {
            return new PeerMove(weeks, own, median, moves.length, fell, null, untold(weeks, own));
        }
        Verdict verdict = verdict(own, moves.length, fell);
        String named = Phrases.count(moves.length, "other vendor") + " for " + capability;
        Voices text = new Voices(
                capability + ", " + weeks + " weeks: " + own + " against a median of " + Phrases.decimal(median, 1)
                        + " of " + Phrases.count(moves.length, "peer") + "; " + fell + " of them fell by " + -FALL
                        + " points or more.",
                plain(verdict, fell, named, weeks));
        return new PeerMove(weeks, own, median, moves.length, fell, verdict, text);
    }

    private static Verdict verdict(int own, int peers, int fell) {
        if (own > FALL) {
            return Verdict.NOT_FALLING;
        }
        if (fell == 0) {
            return Verdict.ALONE;
        }
        return 2 * fell >= peers ? Verdict.CATEGORY : Verdict.FEW;
    }

    private static String plain(Verdict verdict, int fell, String others, int weeks) {
        String among = fell + " of " + others;
        return switch (verdict) {
            case NOT_FALLING -> "It did not fall in the last " + weeks + " weeks; " + among + " did.";
            case CATEGORY -> among + " fell too in the last " + weeks + " weeks: it is not this vendor alone.";
            case FEW -> "Only " + among + " fell too in the last " + weeks + " weeks: it is mostly this vendor.";
            case ALONE -> "It alone fell in the last " + weeks + " weeks: none of " + others + " did.";
        };
    }

    private static Voices untold(int weeks, @Nullable Integer own) {
        return own == null
                ? new Voices(
                        "The vendor has no index of " + weeks + " weeks ago by the rules of now.",
                        "We do not know yet how it did " + weeks + " weeks ago.")
                : new Voices(
                        "Fewer than " + LEAST_PEERS + " peers have an index of " + weeks
                                + " weeks ago by the rules of now.",
                        "We watch too few others that do the same to compare the last " + weeks + " weeks.");
    }
}
