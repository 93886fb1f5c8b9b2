package io.bellwether.alert.voice;

import java.util.List;
import java.util.Map;

/**
 * What a template says of an example.
 *
 * @param facts the example
 */
public record SampleTelling(String text, Map<String, Object> facts, List<TemplateWarning> warnings) {}
