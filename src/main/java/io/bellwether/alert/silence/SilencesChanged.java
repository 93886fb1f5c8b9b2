package io.bellwether.alert.silence;

/** Somebody has set, changed or ended a silence. */
public record SilencesChanged() {}
