package io.bellwether.config.text;

/**
 * Where something stands in a text: a field at its name, an item of a list at its beginning.
 *
 * @param line from 1
 * @param column from 1
 */
public record Place(int line, int column) {}
