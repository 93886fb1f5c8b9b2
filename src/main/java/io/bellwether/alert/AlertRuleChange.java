package io.bellwether.alert;

import io.bellwether.core.alert.Severity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule shall be from now on; what is left out returns to the rule's default. */
public record AlertRuleChange(
        @Nullable Boolean enabled,
        @Nullable Severity severity,
        @Nullable Map<String, Object> settings) {}
