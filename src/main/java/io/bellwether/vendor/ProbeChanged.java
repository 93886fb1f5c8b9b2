package io.bellwether.vendor;

/** Fired inside the transaction in which a probe was added, changed or removed ({@code removedAt} set). */
public record ProbeChanged(ConfiguredProbe probe) {}
