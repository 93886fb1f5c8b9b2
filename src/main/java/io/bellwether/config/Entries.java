package io.bellwether.config;

import io.bellwether.core.Tier;
import io.bellwether.notify.Audience;
import io.bellwether.notify.NewChannel;
import io.bellwether.platform.Json;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.slo.NewObjective;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.VendorEntity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Things of the register as they stand in a document: always in the same order, without what is empty. */
final class Entries {

    private Entries() {}

    static Map<String, Object> vendor(NewVendor vendor, Json json) {
        Map<String, Object> entry = new LinkedHashMap<>();
        put(entry, "slug", vendor.slug());
        put(entry, "name", vendor.name().strip());
        put(
                entry,
                "tier",
                Objects.requireNonNullElse(vendor.tier(), Tier.STANDARD).name());
        put(entry, "website", vendor.website());
        put(entry, "statusPage", vendor.statusPage());
        put(entry, "domains", vendor.domains());
        put(entry, "capabilities", vendor.capabilities());
        put(entry, "legalEntity", vendor.legalEntity() == null ? null : json.toMap(vendor.legalEntity()));
        put(entry, "owners", vendor.owners() == null ? null : json.toMap(vendor.owners()));
        return entry;
    }

    static List<Map<String, Object>> entities(List<VendorEntity> entities, Json json) {
        return entities.stream().map(entity -> sorted(json.toMap(entity))).toList();
    }

    static Map<String, Object> probe(NewProbe probe) {
        Map<String, Object> entry = new LinkedHashMap<>();
        put(entry, "name", probe.name());
        put(entry, "kind", probe.kind());
        put(entry, "every", probe.every().toString());
        put(entry, "timeout", probe.timeout().toString());
        put(
                entry,
                "confirm",
                Map.of(
                        "attempts", probe.confirm().attempts(),
                        "delay", probe.confirm().delay().toString()));
        put(entry, "locations", probe.placement().locations());
        put(entry, "quorum", probe.placement().quorum());
        entry.put("settings", ordered(probe.settings()));
        return entry;
    }

    static NewProbe values(ConfiguredProbe probe) {
        return new NewProbe(
                probe.kind(),
                probe.name(),
                probe.every(),
                probe.timeout(),
                probe.confirm(),
                probe.placement(),
                probe.settings());
    }

    /** The probe without its secrets. */
    static NewProbe shown(NewProbe probe, ProbeKinds kinds) {
        return new NewProbe(
                probe.kind(),
                probe.name(),
                probe.every(),
                probe.timeout(),
                probe.confirm(),
                probe.placement(),
                kinds.shown(probe.kind(), probe.settings()));
    }

    /** @param probe the name of the probe it is about, null for the vendor as a whole */
    static Map<String, Object> objective(NewObjective objective, @Nullable String probe, Json json) {
        Map<String, Object> entry = new LinkedHashMap<>();
        put(entry, "name", objective.name() == null ? null : objective.name().strip());
        put(entry, "probe", probe);
        put(entry, "kind", objective.kind().name());
        put(entry, "target", objective.target());
        put(
                entry,
                "threshold",
                objective.threshold() == null ? null : objective.threshold().toString());
        put(entry, "window", json.toMap(objective.window()));
        return entry;
    }

    static Map<String, Object> channel(NewChannel channel, Json json) {
        Map<String, Object> entry = new LinkedHashMap<>();
        put(entry, "name", channel.name().strip());
        put(entry, "kind", channel.kind());
        put(
                entry,
                "lens",
                Objects.requireNonNullElse(channel.lens(), Audience.BOTH).name());
        put(entry, "enabled", Objects.requireNonNullElse(channel.enabled(), true));
        put(entry, "quietHours", channel.quietHours() == null ? null : json.toMap(channel.quietHours()));
        put(entry, "fallback", channel.fallback());
        entry.put("settings", ordered(channel.settings()));
        return entry;
    }

    private static void put(Map<String, Object> entry, String name, @Nullable Object value) {
        Object kept = value instanceof Map<?, ?> map ? sorted(map) : value;
        if (!isEmpty(kept)) {
            entry.put(name, kept);
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Map<?, ?> map -> map.isEmpty();
            case List<?> list -> list.isEmpty();
            default -> false;
        };
    }

    /** Settings are their kind's own, so that nothing of them is left out. */
    private static Object ordered(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> ordered = new TreeMap<>();
                map.forEach((name, item) -> ordered.put(String.valueOf(name), ordered(item)));
                yield ordered;
            }
            case List<?> list -> list.stream().map(Entries::ordered).toList();
            case null, default -> value;
        };
    }

    private static Map<String, Object> sorted(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> put(sorted, String.valueOf(name), value));
        return sorted;
    }
}
