package io.bellwether.core.alert;

/**
 * How much evidence a change of condition needs.
 *
 * @param fireAfter bad evidence in a row that makes an episode fire, at least 1
 * @param recoverAfter good evidence in a row that resolves it, at least 1
 */
public record Policy(int fireAfter, int recoverAfter) {

    public Policy {
        if (fireAfter < 1 || recoverAfter < 1) {
            throw new IllegalArgumentException("fireAfter and recoverAfter must be at least 1");
        }
    }
}
