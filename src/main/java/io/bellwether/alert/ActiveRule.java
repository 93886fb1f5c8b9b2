package io.bellwether.alert;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A rule that is switched on, as it is configured now.
 *
 * @param own the settings of the vendors that have numbers of their own
 */
record ActiveRule<S extends RuleSettings>(BuiltInRule rule, Severity severity, S settings, Map<UUID, S> own) {

    /** The same for all vendors. */
    ActiveRule(BuiltInRule rule, Severity severity, S settings) {
        this(rule, severity, settings, Map.of());
    }

    /** As it judges this vendor. */
    ActiveRule<S> of(UUID vendor) {
        S settings = own.get(vendor);
        return settings == null ? this : new ActiveRule<>(rule, severity, settings);
    }

    /** @throws ClassCastException when its settings are of another type */
    <T extends RuleSettings> ActiveRule<T> as(Class<T> type) {
        Map<UUID, T> cast = new HashMap<>();
        own.forEach((vendor, numbers) -> cast.put(vendor, type.cast(numbers)));
        return new ActiveRule<>(rule, severity, type.cast(settings), cast);
    }

    /** Trouble of the rule's usual severity. */
    Signal bad() {
        return Signal.bad(severity);
    }
}
