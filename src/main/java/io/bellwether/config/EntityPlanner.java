package io.bellwether.config;

import io.bellwether.config.Change.FieldChange;
import io.bellwether.config.Change.Thing;
import io.bellwether.config.Steps.Action;
import io.bellwether.platform.Json;
import io.bellwether.platform.Violations;
import io.bellwether.vendor.EntityRegister;
import io.bellwether.vendor.EntityRole;
import io.bellwether.vendor.LegalEntity;
import io.bellwether.vendor.NewEntities;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.VendorEntity;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans the legal entities behind the vendors of a document; a list of them is the whole list. */
@Singleton
class EntityPlanner {

    private final EntityRegister register;
    private final Json json;
    private final Validator validator;

    EntityPlanner(EntityRegister register, Json json, Validator validator) {
        this.register = register;
        this.json = json;
        this.validator = validator;
    }

    /**
     * @param known the vendor's id; null for a new one
     * @param values the vendor as it will be
     * @param numbered whether the document says itself which numbers the contracting entity has
     * @param entries null when the document says nothing of who stands behind the vendor
     */
    void plan(
            @Nullable UUID known,
            NewVendor values,
            boolean numbered,
            @Nullable Object entries,
            String pointer,
            Faults faults,
            Steps steps) {
        if (!(entries instanceof List<?> all)) {
            return;
        }
        NewEntities wanted = faults.noted(pointer, () -> json.convert(Map.of("entities", all), NewEntities.class, ""));
        if (wanted == null) {
            return;
        }
        var violations = validator.validate(wanted);
        if (!violations.isEmpty()) {
            faults.addAll(pointer, Violations.problem(violations).errors());
            return;
        }
        LegalEntity numbers = Objects.requireNonNullElse(values.legalEntity(), LegalEntity.NONE);
        faults.addAll(pointer, register.faults(wanted, numbers));
        if (numbered) {
            contradiction(wanted.entities(), numbers, pointer, faults);
        }
        List<VendorEntity> before = known == null ? List.of() : register.told(known);
        if (before.equals(wanted.entities())) {
            steps.same();
            return;
        }
        String slug = String.valueOf(values.slug());
        FieldChange field =
                new FieldChange("entities", Entries.entities(before, json), Entries.entities(wanted.entities(), json));
        steps.add(
                Action.CHANGE,
                new Change(Thing.ENTITIES, slug, values.name(), List.of(field)),
                () -> register.put(slug, null, wanted));
    }

    private static void contradiction(List<VendorEntity> entities, LegalEntity numbers, String pointer, Faults faults) {
        for (int at = 0; at < entities.size(); at++) {
            VendorEntity entity = entities.get(at);
            if (entity.role() == EntityRole.CONTRACTING && !entity.legalEntity().equals(numbers)) {
                faults.add(
                        pointer + "/entities/" + at,
                        "The numbers of the contracting entity are not those of legalEntity; leave one of both out.");
            }
        }
    }
}
