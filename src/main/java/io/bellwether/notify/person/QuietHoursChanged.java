package io.bellwether.notify.person;

/** Somebody has set, changed or lifted the quiet hours of a person or of a channel; in the transaction that does so. */
public record QuietHoursChanged() {}
