package io.bellwether.vendor;

import io.bellwether.platform.Problem.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What makes no sense about the entities behind a vendor, though each field is well-formed. */
final class EntityRules {

    private final List<VendorEntity> entities;
    private final List<FieldError> faults = new ArrayList<>();

    private EntityRules(List<VendorEntity> entities) {
        this.entities = entities;
    }

    /** @param contracting the numbers of the contracting entity, as they will be */
    static List<FieldError> faults(List<VendorEntity> entities, LegalEntity contracting, LocalDate today) {
        EntityRules rules = new EntityRules(entities);
        for (int at = 0; at < entities.size(); at++) {
            rules.check(at, Identity.of(contracting), today);
        }
        return rules.faults;
    }

    private void check(int at, Identity contracting, LocalDate today) {
        VendorEntity entity = entities.get(at);
        if (entity.asOf().isAfter(today)) {
            fault(at, "asOf", "Must not lie in the future.");
        }
        if (entity.role() == EntityRole.CONTRACTING) {
            if (entities.subList(0, at).stream().anyMatch(other -> other.role() == EntityRole.CONTRACTING)) {
                fault(at, "role", "There is one contracting entity, and it stands above.");
            }
            return;
        }
        Identity identity = Identity.of(entity.legalEntity());
        identity.shared(contracting).forEach(name -> fault(at, name, "This is the contracting entity's own number."));
        entities.subList(0, at).stream()
                .filter(other -> other.role() == entity.role())
                .flatMap(other -> identity.shared(Identity.of(other.legalEntity())).stream())
                .distinct()
                .forEach(name -> fault(at, name, "An entity with this number and this role stands above."));
    }

    private void fault(int at, String field, String detail) {
        faults.add(new FieldError("/entities/" + at + "/" + field, detail));
    }
}
