package io.bellwether.notify;

import io.bellwether.alert.AlertTransition;
import java.util.List;

/**
 * Alerts have begun and are about to be told to whom the routes lead; in the transaction that writes the intents.
 *
 * @param transitions with which they began
 */
public record AlertsBegan(List<AlertTransition> transitions) {}
