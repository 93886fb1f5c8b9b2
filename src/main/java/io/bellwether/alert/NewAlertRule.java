package io.bellwether.alert;

import io.bellwether.alert.rule.Selection;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.rule.Bound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule that somebody wants; components as in {@link AlertRule}.
 *
 * @param name lower-case letters, digits and hyphens; never changes, for it is part of the identity of alerts
 * @param kind threshold, no-data, score-drop, anomaly or burn-rate
 * @param severity WARNING when absent
 * @param enabled true when absent
 * @param selection all vendors when absent
 */
public record NewAlertRule(
        @Nullable @Pattern(
                regexp = "[a-z][a-z0-9-]{0,59}",
                message = "must begin with a letter and have up to 60 lower-case letters, digits and hyphens")
        String name,

        @Nullable String kind,
        @Nullable @Size(max = 500) String description,
        @Nullable Severity severity,
        @Nullable Boolean enabled,
        @Nullable Map<String, Object> settings,
        @Nullable @Valid Selection selection,
        @Nullable @Size(max = 20) Map<String, @NotNull Bound> bounds) {

    Severity severityOrUsual() {
        return Objects.requireNonNullElse(severity, Severity.WARNING);
    }

    Selection selectionOrAll() {
        return Objects.requireNonNullElse(selection, Selection.ALL);
    }

    Map<String, Bound> boundsOrNone() {
        return Objects.requireNonNullElse(bounds, Map.of());
    }
}
