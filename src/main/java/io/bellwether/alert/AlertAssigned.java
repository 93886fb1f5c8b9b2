package io.bellwether.alert;

/**
 * Fired inside the transaction in which somebody was given an alert to see to.
 *
 * @param alert as it is then
 * @param to his e-mail address, in lower case
 * @param by who did it
 */
public record AlertAssigned(Alert alert, String to, String by) {}
