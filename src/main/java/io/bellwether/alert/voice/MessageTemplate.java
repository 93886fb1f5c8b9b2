package io.bellwether.alert.voice;

import io.bellwether.core.Lens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How alerts of one rule are told in one voice.
 *
 * @param rule the rule's name
 * @param texts the template in force for each kind of message
 * @param edited for which of them somebody has written one in place of the built-in one
 * @param facts what the templates may name
 * @param warnings what readers may stumble over; never keeps a template from being used
 * @param updatedAt when it was edited last; null when it never was
 * @param version grows with each change; the ETag
 */
public record MessageTemplate(
        String rule,
        Lens lens,
        Map<Moment, String> texts,
        Set<Moment> edited,
        List<KnownFact> facts,
        List<TemplateWarning> warnings,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy,
        int version) {}
