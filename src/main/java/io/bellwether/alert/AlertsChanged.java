package io.bellwether.alert;

import java.util.List;

/**
 * Fired inside the transaction in which alerts changed; for observers that wait for its success.
 *
 * @param alerts as they are then, each once
 */
public record AlertsChanged(List<Alert> alerts) {}
