package io.bellwether.probe.statuspage.format;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when to when, in the vendor's own times; null where it does not say. */
public record Period(@Nullable Instant start, @Nullable Instant end) {}
