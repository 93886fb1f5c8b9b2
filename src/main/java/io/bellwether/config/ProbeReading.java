package io.bellwether.config;

import static java.util.stream.Collectors.toMap;

import io.bellwether.config.Document.ConfirmEntry;
import io.bellwether.config.Document.ProbeEntry;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Placement;
import io.bellwether.probe.Cadence;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.ProbeRules;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what a document says of a probe: what it leaves out comes from the register, or is what the API assumes. */
@Singleton
class ProbeReading {

    private final ProbeKinds kinds;
    private final Map<String, Map<String, Object>> schemas;

    ProbeReading(ProbeKinds kinds) {
        this.kinds = kinds;
        this.schemas = kinds.all().stream().collect(toMap(ProbeKinds.Kind::kind, ProbeKinds.Kind::settings));
    }

    /** The probe as it is to be, null with the faults noted when that cannot be told. */
    @Nullable NewProbe read(ProbeEntry entry, String name, @Nullable ConfiguredProbe before, String pointer, Faults faults) {
        int already = faults.count();
        String kind = entry.kind() == null && before != null ? before.kind() : entry.kind();
        Cadence usual = kinds.cadence(kind == null ? "" : kind);
        Duration every = first(entry.every(), before == null ? null : before.every(), usual.every());
        NewProbe probe = new NewProbe(
                kind == null ? "" : kind,
                name,
                every,
                first(entry.timeout(), before == null ? null : before.timeout(), shorter(usual.timeout(), every)),
                confirm(entry.confirm(), before == null ? usual.confirm() : before.confirm()),
                (before == null ? Placement.ANYWHERE : before.placement()).with(entry.locations(), entry.quorum()),
                settings(kind, entry, before, pointer, faults));
        faults.addAll(pointer, ProbeRules.faults(probe));
        return faults.count() == already ? probe : null;
    }

    private Map<String, Object> settings(
            @Nullable String kind, ProbeEntry entry, @Nullable ConfiguredProbe before, String pointer, Faults faults) {
        if (before != null && isUnchanged(entry, before)) {
            return before.settings();
        }
        Map<String, Object> schema = kind == null ? null : schemas.get(kind);
        if (kind == null) {
            faults.require(pointer + "/kind", "A new probe needs a kind; " + Suggestion.among(schemas.keySet(), ""));
        } else if (schema == null) {
            faults.add(
                    pointer + "/kind", "There is no kind '" + kind + "'; " + Suggestion.among(schemas.keySet(), kind));
        }
        if (kind == null || schema == null) {
            return Map.of();
        }
        Map<String, Object> given = Objects.requireNonNullElse(entry.settings(), Map.of());
        Map<String, Object> fitting = new Shape(faults).fit(schema, given, pointer + "/settings");
        Map<String, Object> stored = before == null ? Map.of() : before.settings();
        Map<String, Object> validated = faults.noted(pointer, () -> kinds.validated(kind, fitting, stored));
        return validated == null ? Map.of() : keepingWhatWasMade(fitting, validated, stored);
    }

    /** What is there need not be judged again, even if it would be refused by now. */
    private boolean isUnchanged(ProbeEntry entry, ConfiguredProbe before) {
        return entry.settings() == null || entry.settings().equals(kinds.shown(before.kind(), before.settings()));
    }

    /** What a kind made itself when it was not given, such as a key, stays what it was made at first. */
    private static Map<String, Object> keepingWhatWasMade(
            Map<String, Object> given, Map<String, Object> validated, Map<String, Object> stored) {
        Map<String, Object> settings = new LinkedHashMap<>(validated);
        settings.replaceAll(
                (name, value) -> given.containsKey(name) ? value : Objects.requireNonNullElse(stored.get(name), value));
        return settings;
    }

    private static Confirmation confirm(@Nullable ConfirmEntry entry, Confirmation before) {
        return entry == null
                ? before
                : new Confirmation(
                        entry.attempts() == null ? before.attempts() : entry.attempts(),
                        entry.delay() == null ? before.delay() : entry.delay());
    }

    private static Duration first(@Nullable Duration given, @Nullable Duration before, Duration otherwise) {
        return given != null ? given : before != null ? before : otherwise;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
