package io.bellwether.alert;

/** Fired inside the transaction in which an alert changed; for observers that wait for its success. */
public record AlertChanged(Alert alert) {}
