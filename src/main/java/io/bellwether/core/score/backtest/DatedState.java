package io.bellwether.core.score.backtest;

import io.bellwether.core.score.RegisterState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a register said for a time.
 *
 * @param knownAt when we saw it first
 * @param supersededAt when we saw it say something else; null while it holds
 */
public record DatedState(
        RegisterState state, Instant knownAt, @Nullable Instant supersededAt) {

    boolean held(Instant at) {
        return !knownAt.isAfter(at) && (supersededAt == null || supersededAt.isAfter(at));
    }
}
