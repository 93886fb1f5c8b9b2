package io.bellwether.alert.voice;

/**
 * A template could not be rendered, and another text is told instead.
 *
 * @param edited whether it is one that somebody has written; then the built-in one is used
 * @param why with the line
 */
public record TemplateFailed(TemplateKey template, boolean edited, String why) {}
