package io.bellwether.core.alert;

import java.time.Instant;

/** One piece of evidence for or against an alert, at the time it speaks of. */
public record Sample(Instant at, boolean bad) {}
