package io.bellwether.fact;

import io.bellwether.core.Dimension;
import io.bellwether.fact.EntityFacts.Other;
import io.bellwether.fact.finance.Assessed;
import io.bellwether.fact.finance.FiledFinance;
import io.bellwether.fact.finance.VendorStatements;
import io.bellwether.vendor.EntityRegister;
import io.bellwether.vendor.EntityRole;
import io.bellwether.vendor.LegalEntity;
import io.bellwether.vendor.VendorEntity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of the finances of each legal entity behind a vendor, and who else may stand there. */
@Singleton
public class EntityFinances {

    private static final Set<String> PARENTS = Set.of("legal-entity-parent", "legal-entity-ultimate-parent");

    private final EntityRegister entities;
    private final Facts facts;
    private final FiledFinance filed;

    EntityFinances(EntityRegister entities, Facts facts, FiledFinance filed) {
        this.entities = entities;
        this.facts = facts;
        this.filed = filed;
    }

    EntityFacts facts(UUID vendorId) {
        return EntityFacts.of(facts.current(vendorId, Dimension.FINANCIAL), entities.watching(vendorId));
    }

    /** The registered ones in their order, the rated one first; then those that are only watched. */
    List<EntityFinance> of(UUID vendorId, EntityFacts known, Instant now) {
        Map<VendorEntity, Other> watched = known.others().stream()
                .filter(other -> other.entity() != null)
                .collect(Collectors.toMap(other -> Objects.requireNonNull(other.entity()), other -> other));
        List<EntityFinance> finances = new ArrayList<>();
        for (VendorEntity entity : entities.of(vendorId)) {
            Other other = watched.get(entity);
            finances.add(
                    other == null
                            ? EntityFinance.of(entity, entity.role() == EntityRole.CONTRACTING)
                            : EntityFinance.of(other, assessment(other, now), now));
        }
        known.others().stream()
                .filter(other -> other.entity() == null)
                .forEach(other -> finances.add(EntityFinance.of(other, assessment(other, now), now)));
        return finances;
    }

    /** The parents that the index of legal entities tells of the contracting entity and that are not in the register yet. */
    public List<VendorEntity> suggested(UUID vendorId) {
        Set<String> known = entities.of(vendorId).stream()
                .flatMap(entity -> Stream.ofNullable(entity.lei()))
                .collect(Collectors.toSet());
        Map<String, VendorEntity> found = new LinkedHashMap<>();
        facts(vendorId).own().stream()
                .filter(fact -> PARENTS.contains(fact.signal()) && LegalEntity.isLei(fact.value()))
                .filter(fact -> !known.contains(fact.value()))
                .forEach(fact -> found.putIfAbsent(String.valueOf(fact.value()), parent(fact)));
        return List.copyOf(found.values());
    }

    private static VendorEntity parent(Fact fact) {
        String lei = String.valueOf(fact.value());
        String name = String.valueOf(fact.detail().getOrDefault("name", lei));
        return new VendorEntity(
                EntityRole.PARENT,
                name,
                null,
                null,
                null,
                lei,
                "Index of legal entities, " + fact.source(),
                LocalDate.ofInstant(fact.knownAt(), ZoneOffset.UTC));
    }

    private @Nullable Assessed assessment(Other other, Instant now) {
        return other.numbers().stream()
                .flatMap(numbers -> Stream.ofNullable(numbers.cik()))
                .findFirst()
                .flatMap(cik -> filed.of(Long.parseLong(cik), now))
                .map(VendorStatements::assessment)
                .orElse(null);
    }
}
