package io.bellwether.core.slo;

import java.time.Duration;
import java.util.function.Function;

/**
 * How closely something is watched, and what was seen.
 *
 * @param every the probe interval; with several probes the shortest
 * @param age how long the objective has existed
 * @param last what is known of the last so and so long, up to now
 */
public record Watch(Duration every, Duration age, Function<Duration, Measured> last) {}
