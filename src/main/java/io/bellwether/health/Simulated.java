package io.bellwether.health;

import io.bellwether.fact.Fact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor would stand.
 *
 * @param now as it stands, with nothing assumed
 * @param then as it would stand at the time that was asked for
 * @param course of the days up to then, the last included; one per UTC day, oldest first
 * @param facts that were assumed, as they would be stored
 * @param downSince since when it was assumed to be down; null when it was not
 */
public record Simulated(
        Health now,
        Health then,
        List<HealthPoint> course,
        List<Fact> facts,
        @Nullable Instant downSince) {

    public Simulated {
        course = List.copyOf(course);
        facts = List.copyOf(facts);
    }
}
