package io.bellwether.config;

import io.bellwether.platform.Json;
import io.bellwether.platform.MergePatch;
import io.bellwether.platform.Violations;
import io.bellwether.slo.NewObjective;
import io.bellwether.slo.ObjectiveRules;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a document says of an objective: what it leaves out comes from the register. */
@Singleton
class ObjectiveReading {

    /**
     * @param values without the probe
     * @param probe the name of the probe it is about, null for the vendor as a whole
     */
    record Wanted(NewObjective values, @Nullable String probe) {}

    private final Json json;
    private final Validator validator;

    ObjectiveReading(Json json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The objective as it is to be, null with the faults noted when that cannot be told.
     *
     * @param probes the names of the probes that the vendor will have
     */
    @Nullable Wanted read(
            Map<String, Object> given,
            @Nullable StandingObjective before,
            Set<String> probes,
            String pointer,
            Faults faults) {
        int already = faults.count();
        String probe = probe(given, before);
        if (probe != null && !probes.contains(probe)) {
            faults.add(
                    pointer + "/probe",
                    "The vendor has no probe '" + probe + "'; "
                            + (probes.isEmpty() ? "it has none." : Suggestion.among(probes, probe)));
        }
        NewObjective values = faults.noted(pointer, () -> valid(merged(given, before)));
        return values != null && faults.count() == already ? new Wanted(values, probe) : null;
    }

    private static @Nullable String probe(Map<String, Object> given, @Nullable StandingObjective before) {
        if (!given.containsKey("probe")) {
            return before == null ? null : before.probe();
        }
        return given.get("probe") instanceof String name ? name.strip() : null;
    }

    private Map<String, Object> merged(Map<String, Object> given, @Nullable StandingObjective before) {
        Map<String, Object> base =
                before == null ? new HashMap<>() : json.toMap(before.objective().values());
        if (given.containsKey("window")) {
            base.remove("window");
        }
        if (given.containsKey("kind") && !Objects.equals(given.get("kind"), base.get("kind"))) {
            base.remove("threshold");
        }
        Map<String, Object> merged = MergePatch.apply(base, given);
        merged.remove("probe");
        return merged;
    }

    private NewObjective valid(Map<String, Object> fields) {
        NewObjective values = json.convert(fields, NewObjective.class, "");
        var violations = validator.validate(values);
        if (!violations.isEmpty()) {
            throw Violations.problem(violations);
        }
        ObjectiveRules.check(values);
        return values;
    }
}
