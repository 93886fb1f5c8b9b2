package io.bellwether.core.posture.letter;

/**
 * A letter in plain text, ready to be sent.
 *
 * @param subject one line
 * @param body lines of at most {@value Wrapping#WIDTH} columns, each ending with a line feed; only the address of a rule may be longer
 */
public record Letter(String subject, String body) {}
