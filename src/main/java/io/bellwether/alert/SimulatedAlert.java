package io.bellwether.alert;

import io.bellwether.core.Dimension;
import io.bellwether.core.Lens;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What would be told.
 *
 * @param rule the name of its rule, for example {@code filing-event}
 * @param alert the open one that it is about; null for one that would be new
 * @param at when: of a resolution as long as nothing speaks against it until then
 * @param lenses who has to do with alerts of the rule
 * @param facts the figures both texts are made of
 */
public record SimulatedAlert(
        Effect effect,
        String rule,
        @Nullable UUID alert,
        Dimension dimension,
        Severity severity,
        Instant at,
        Set<Lens> lenses,
        Map<String, Object> facts,
        Voices text) {

    /** What would become of it. */
    public enum Effect {
        FIRES,
        SEVERITY_CHANGES,
        /** It fires already, and would wait again for somebody to read what is new. */
        HAPPENS_AGAIN,
        RESOLVES
    }
}
