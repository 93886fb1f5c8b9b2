package io.bellwether.probe.statuspage.format;

/**
 * What a page says of the whole.
 *
 * @param word the vendor's own word
 * @param description its sentence for people, empty without
 */
public record Overall(Level level, String word, String description) {}
