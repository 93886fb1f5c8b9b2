package io.bellwether.core.alert;

import java.util.List;

/**
 * How much evidence a change of condition needs.
 *
 * @param fireAfter how much bad evidence makes an episode fire, at least 1
 * @param within among how much of the latest evidence, at least {@code fireAfter} and at most {@link #MOST}
 * @param recoverAfter good evidence in a row that resolves it, at least 1
 */
public record Policy(int fireAfter, int within, int recoverAfter) {

    public static final int MOST = 60;

    public Policy {
        if (fireAfter < 1 || within < fireAfter || within > MOST || recoverAfter < 1) {
            throw new IllegalArgumentException(
                    "fireAfter and recoverAfter must be at least 1, and within fireAfter to " + MOST + ".");
        }
    }

    /** @param fireAfter bad evidence in a row */
    public static Policy inARow(int fireAfter, int recoverAfter) {
        return new Policy(fireAfter, fireAfter, recoverAfter);
    }

    /** The part of the evidence, oldest first, that can still make it fire; it begins with bad evidence or is empty. */
    List<Sample> relevant(List<Sample> evidence) {
        List<Sample> recent = evidence.subList(Math.max(0, evidence.size() - within), evidence.size());
        while (!recent.isEmpty() && !(recent.getFirst().bad() && canCount(recent))) {
            recent = recent.subList(1, recent.size());
        }
        return List.copyOf(recent);
    }

    boolean fires(List<Sample> recent) {
        return bad(recent) >= fireAfter;
    }

    static int bad(List<Sample> recent) {
        return (int) recent.stream().filter(Sample::bad).count();
    }

    /** Whether enough bad evidence can come before the oldest is out of sight. */
    private boolean canCount(List<Sample> recent) {
        return fireAfter - bad(recent) <= within - recent.size();
    }
}
