package io.bellwether.notify;

import io.bellwether.alert.voice.TemplateWarning;
import java.util.List;
import java.util.Map;

/**
 * What a template would say, of an example.
 *
 * @param facts the example
 * @param warnings what readers may stumble over
 * @param channels what each kind of channel would send, within its limits
 */
record TemplatePreview(
        String text, Map<String, Object> facts, List<TemplateWarning> warnings, Map<String, Object> channels) {}
