package io.bellwether.vendor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of a vendor's probes watch another legal entity than the one the contract is with. What they find is shown under that
 * entity and is no evidence about the contracting one. A probe says by the number in its settings whom it watches; one whose
 * number cannot be told from the contracting entity's watches that one.
 *
 * @param others by the id of the probe, removed ones too
 */
public record Watching(Map<UUID, Watched> others) {

    /**
     * Somebody else.
     *
     * @param numbers by which a probe watches it
     * @param entity who it is; null where the register does not say
     */
    public record Watched(LegalEntity numbers, @Nullable VendorEntity entity) {

        /** What tells it from the others: the entity where it is known, else the number. */
        public Object key() {
            return entity == null ? numbers : entity;
        }
    }

    /**
     * @param entities who stands behind the vendor, the contracting entity among them
     * @param probes what each of its probes watches
     */
    static Watching of(List<VendorEntity> entities, Map<UUID, LegalEntity> probes) {
        Map<UUID, Watched> others = new LinkedHashMap<>();
        probes.forEach((probe, numbers) -> other(entities, Identity.of(numbers))
                .ifPresent(entity -> others.put(
                        probe, new Watched(numbers, entity.role() == EntityRole.CONTRACTING ? null : entity))));
        return new Watching(others);
    }

    /** Who else a probe's findings are about; null for the contracting entity. What no probe found, people have told of that one. */
    public @Nullable Watched other(@Nullable UUID probeId) {
        return probeId == null ? null : others.get(probeId);
    }

    /** Whether what a probe finds is about the contracting entity. */
    public boolean own(@Nullable UUID probeId) {
        return other(probeId) == null;
    }

    /** The entity that is watched instead of the contracting one, or the latter where it is only known that it is not that. */
    private static Optional<VendorEntity> other(List<VendorEntity> entities, Identity watched) {
        Optional<VendorEntity> contracting = entities.stream()
                .filter(entity -> entity.role() == EntityRole.CONTRACTING)
                .findFirst();
        if (contracting.filter(entity -> identity(entity).same(watched)).isPresent()) {
            return Optional.empty();
        }
        return entities.stream()
                .filter(entity -> identity(entity).same(watched))
                .findFirst()
                .or(() -> contracting.filter(entity -> identity(entity).differs(watched)));
    }

    private static Identity identity(VendorEntity entity) {
        return Identity.of(entity.legalEntity());
    }
}
