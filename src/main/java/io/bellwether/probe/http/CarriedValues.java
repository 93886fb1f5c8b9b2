package io.bellwether.probe.http;

import io.bellwether.probe.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** No step uses a value that is no secret of the probe's and that no earlier step extracts. */
final class CarriedValues implements Rule<HttpProbe.Settings> {

    @Override
    public String component() {
        return "steps";
    }

    @Override
    public @Nullable String fault(HttpProbe.Settings settings) {
        List<HttpStep> steps = Objects.requireNonNullElse(settings.steps(), List.of());
        Set<String> known = new HashSet<>(settings.secretsOrNone().keySet());
        for (int i = 0; i < steps.size(); i++) {
            HttpStep step = steps.get(i);
            if (step == null) {
                continue;
            }
            Set<String> unknown = used(step);
            unknown.removeAll(known);
            if (!unknown.isEmpty()) {
                return "Step " + (i + 1) + " uses " + String.join(", ", unknown)
                        + ", which is not among the secrets and which no step before it extracts.";
            }
            step.extractions().stream()
                    .filter(Objects::nonNull)
                    .map(Extraction::name)
                    .forEach(known::add);
        }
        return null;
    }

    @SuppressWarnings("ConstantValue") // The URL is null where another constraint will say so.
    private static Set<String> used(HttpStep step) {
        Set<String> names = new TreeSet<>();
        names.addAll(Placeholders.names(step.url() == null ? "" : step.url()));
        names.addAll(Placeholders.names(step.body() == null ? "" : step.body()));
        if (step.headers() != null) {
            step.headers().values().stream()
                    .filter(Objects::nonNull)
                    .forEach(value -> names.addAll(Placeholders.names(value)));
        }
        return names;
    }
}
