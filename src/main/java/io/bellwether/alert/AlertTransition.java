package io.bellwether.alert;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Transition;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The outbox entry of a change that people are told about; its topic is {@link #TOPIC}.
 *
 * @param episodeId the alert's id
 * @param transition 1 for an episode's first, then without gaps
 * @param kind FIRING, SEVERITY_CHANGED, REMINDER, UNSTABLE, STEADY or RESOLVED
 * @param vendorId {@link Bellwether#ID} when it is about Bellwether itself
 * @param at the time of the evidence that made it
 * @param labels what routes match, as they were then
 * @param facts the figures both texts are made of
 */
public record AlertTransition(
        UUID episodeId,
        int transition,
        String kind,
        UUID vendorId,
        String rule,
        Severity severity,
        Instant at,
        Map<String, String> labels,
        Map<String, Object> facts,
        Voices text) {

    public static final String TOPIC = "alert-transition";

    /** In the same words, but of another kind. */
    AlertTransition as(Transition.Kind other) {
        return new AlertTransition(
                episodeId, transition, other.name(), vendorId, rule, severity, at, labels, facts, text);
    }
}
