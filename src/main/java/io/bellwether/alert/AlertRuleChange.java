package io.bellwether.alert;

import io.bellwether.alert.rule.Selection;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.rule.Bound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule shall be from now on; what is left out returns to the rule's default. A rule that people made needs settings; a
 * built-in one has neither description nor selection to change.
 */
public record AlertRuleChange(
        @Nullable Boolean enabled,
        @Nullable Severity severity,
        @Nullable Map<String, Object> settings,
        @Nullable @Size(max = 500) String description,
        @Nullable @Valid Selection selection,
        @Nullable @Size(max = 20) Map<String, @NotNull Bound> bounds) {

    /** As if it was made anew under the same name. */
    NewAlertRule anew(String name, String kind) {
        return new NewAlertRule(name, kind, description, severity, enabled, settings, selection, bounds);
    }
}
