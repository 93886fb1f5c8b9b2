package io.bellwether.config;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.bellwether.config.Change.Thing;
import io.bellwether.config.Steps.Action;
import io.bellwether.platform.Json;
import io.bellwether.platform.MergePatch;
import io.bellwether.platform.Violations;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans the vendors of a document. */
@Singleton
class VendorPlanner {

    private final VendorRegister register;
    private final EntityPlanner entities;
    private final ProbePlanner probes;
    private final ObjectivePlanner objectives;
    private final Json json;
    private final Validator validator;

    VendorPlanner(
            VendorRegister register,
            EntityPlanner entities,
            ProbePlanner probes,
            ObjectivePlanner objectives,
            Json json,
            Validator validator) {
        this.register = register;
        this.entities = entities;
        this.probes = probes;
        this.objectives = objectives;
        this.json = json;
        this.validator = validator;
    }

    /** @param entries as they fit the shape of a document; null where one does not */
    void plan(List<?> entries, boolean prune, Faults faults, Steps steps) {
        Map<String, Vendor> active = bySlug(register.active());
        Map<String, Vendor> archived = bySlug(register.archived());
        Map<String, String> named = new HashMap<>();
        for (int index = 0; index < entries.size(); index++) {
            String pointer = "/vendors/" + index;
            Map<?, ?> entry = entries.get(index) instanceof Map<?, ?> map ? map : Map.of();
            String slug = slug(entry, pointer, named, faults);
            Vendor before = active.get(slug);
            Vendor known = before == null ? archived.get(slug) : before;
            NewVendor values = vendor(values(entry), pointer, before, archived.get(slug), faults, steps);
            if (values != null) {
                entities.plan(
                        known == null ? null : known.id(),
                        values,
                        entry.containsKey("legalEntity"),
                        entry.get("entities"),
                        pointer,
                        faults,
                        steps);
            }
            ProbePlanner.Prospect prospect = probes.plan(
                    new ProbePlanner.Owner(slug, before), entry.get("probes"), pointer, prune, faults, steps);
            objectives.plan(
                    new ObjectivePlanner.Owner(slug, known == null ? null : known.id(), prospect),
                    entry.get("objectives"),
                    pointer,
                    prune,
                    faults,
                    steps);
        }
        if (prune) {
            active.values().stream()
                    .filter(vendor -> !named.containsKey(vendor.slug()))
                    .forEach(vendor -> archive(vendor, steps));
        }
    }

    /** The vendor as it will be; null when the entry is at fault. */
    private @Nullable NewVendor vendor(
            Map<String, Object> fields,
            String pointer,
            @Nullable Vendor before,
            @Nullable Vendor archived,
            Faults faults,
            Steps steps) {
        if (fields.isEmpty()) {
            return null;
        }
        Vendor base = before == null ? archived : before;
        Map<String, Object> merged = MergePatch.apply(base == null ? Map.of() : json.toMap(base.values()), fields);
        NewVendor values = faults.noted(pointer, () -> json.convert(merged, NewVendor.class, ""));
        if (values == null) {
            return null;
        }
        if (before != null && before.values().equals(values)) {
            steps.same();
            return values;
        }
        var violations = validator.validate(values);
        if (!violations.isEmpty()) {
            faults.addAll(pointer, Violations.problem(violations).errors());
            return null;
        }
        if (before != null) {
            change(before, values, steps);
        } else {
            String slug = String.valueOf(values.slug());
            Change change = change(slug, values.name(), Map.of(), Entries.vendor(values, json));
            steps.add(
                    Action.CREATE,
                    change,
                    archived == null ? () -> register.create(values) : () -> register.restore(slug, values));
        }
        return values;
    }

    private void change(Vendor before, NewVendor values, Steps steps) {
        Change change = change(
                before.slug(), values.name(), Entries.vendor(before.values(), json), Entries.vendor(values, json));
        if (change.fields().isEmpty()) {
            steps.same();
        } else {
            steps.add(Action.CHANGE, change, () -> register.change(before.slug(), null, values));
        }
    }

    private void archive(Vendor vendor, Steps steps) {
        Change change = change(vendor.slug(), vendor.name(), Entries.vendor(vendor.values(), json), Map.of());
        steps.add(Action.REMOVE, change, () -> register.archive(vendor.slug(), null));
    }

    /** The slug, or an empty text when there is none. */
    private static String slug(Map<?, ?> entry, String pointer, Map<String, String> named, Faults faults) {
        if (!(entry.get("slug") instanceof String slug)) {
            faults.require(pointer + "/slug", "A vendor needs a slug: it tells which vendor is meant.");
            return "";
        }
        String twin = named.putIfAbsent(slug, pointer);
        if (twin != null) {
            faults.add(pointer + "/slug", "The slug '" + slug + "' is taken by " + faults.where(twin) + ".");
        }
        return slug;
    }

    private static Map<String, Object> values(Map<?, ?> entry) {
        Map<String, Object> values = Fields.of(entry);
        values.remove("entities");
        values.remove("probes");
        values.remove("objectives");
        return values;
    }

    private static Change change(String slug, String name, Map<String, Object> before, Map<String, Object> after) {
        return new Change(Thing.VENDOR, slug, name, Differences.between(before, after));
    }

    private static Map<String, Vendor> bySlug(List<Vendor> vendors) {
        return vendors.stream().collect(toMap(Vendor::slug, identity(), (one, _) -> one, LinkedHashMap::new));
    }
}
