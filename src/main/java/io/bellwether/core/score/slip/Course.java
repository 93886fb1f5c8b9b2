package io.bellwether.core.score.slip;

import io.bellwether.core.score.Trend;
import org.jspecify.annotations.Nullable;

/**
 * Where the viability index is going.
 *
 * @param slip what is known of the slip; null when it does not slip, or only because a hard fact holds
 */
public record Course(Trend trend, @Nullable Slip slip) {

    public static final Course UNKNOWN = new Course(Trend.STEADY, null);
}
