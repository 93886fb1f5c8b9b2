package io.bellwether.core.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much evidence a change of condition needs.
 *
 * @param fireAfter how much bad evidence makes an episode fire, at least 1
 * @param within among how much of the latest evidence, at least {@code fireAfter} and at most {@link #MOST}
 * @param recoverAfter good evidence in a row that resolves it, at least 1
 * @param flapping when it changes too often to tell of each change; null where evidence comes only when something changes
 */
public record Policy(
        int fireAfter,
        int within,
        int recoverAfter,
        @Nullable Flapping flapping) {

    public static final int MOST = 60;

    public Policy {
        if (fireAfter < 1 || within < fireAfter || within > MOST || recoverAfter < 1) {
            throw new IllegalArgumentException(
                    "fireAfter and recoverAfter must be at least 1, and within fireAfter to " + MOST + ".");
        }
    }

    public Policy(int fireAfter, int within, int recoverAfter) {
        this(fireAfter, within, recoverAfter, null);
    }

    /** The same for evidence that comes steadily, be it good or bad. */
    public Policy watchedFor(Flapping marks) {
        return new Policy(fireAfter, within, recoverAfter, marks);
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
