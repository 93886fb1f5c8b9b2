package io.bellwether.alert.voice;

/**
 * What is wrong with a template.
 *
 * @param line where, from 1
 * @param detail what, and how to mend it
 */
public record TemplateFault(int line, String detail) {}
