package io.bellwether.platform;

/**
 * A token at the only moment its secret is known.
 *
 * @param secret what the client sends as {@code Authorization: Bearer}
 */
public record IssuedToken(Token token, String secret) {}
