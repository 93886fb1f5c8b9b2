package io.bellwether.core.alert.rule;

import io.bellwether.core.alert.Signal;

/**
 * What a rule says at a time.
 *
 * @param value what was measured; 0 when that is not known
 * @param limit beyond what it counts as bad
 */
public record Verdict(Signal signal, double value, double limit) {

    static Verdict unknown(double limit) {
        return new Verdict(Signal.NO_DATA, 0, limit);
    }
}
