package io.bellwether.alert.voice;

/**
 * What readers may stumble over.
 *
 * @param kind of message whose template it is about
 * @param detail what, and what to write instead
 */
public record TemplateWarning(Moment kind, String detail) {}
