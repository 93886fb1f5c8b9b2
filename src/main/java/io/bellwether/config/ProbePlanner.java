package io.bellwether.config;

import static java.util.stream.Collectors.toSet;

import io.bellwether.config.Change.Thing;
import io.bellwether.config.Document.ProbeEntry;
import io.bellwether.config.Steps.Action;
import io.bellwether.platform.Json;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.ProbeChange;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans the probes of one vendor of a document. */
@Singleton
class ProbePlanner {

    /** @param vendor null as long as it is not in the register */
    record Owner(String slug, @Nullable Vendor vendor) {}

    /**
     * The probes that a vendor will have.
     *
     * @param names of all
     * @param kept of those that it has already
     */
    record Prospect(Set<String> names, Set<UUID> kept) {}

    private record Wanted(
            ProbeEntry entry,
            String name,
            String pointer,
            @Nullable ConfiguredProbe before) {}

    private final VendorRegister vendors;
    private final ProbeRegister register;
    private final ProbeReading reading;
    private final ProbeKinds kinds;
    private final Json json;

    ProbePlanner(VendorRegister vendors, ProbeRegister register, ProbeReading reading, ProbeKinds kinds, Json json) {
        this.vendors = vendors;
        this.register = register;
        this.reading = reading;
        this.kinds = kinds;
        this.json = json;
    }

    /**
     * @param entries null when the document says nothing of this vendor's probes
     * @return what the vendor will have then
     */
    Prospect plan(Owner owner, @Nullable Object entries, String pointer, boolean prune, Faults faults, Steps steps) {
        List<ConfiguredProbe> unmatched = new ArrayList<>(
                owner.vendor() == null ? List.of() : register.of(owner.vendor().id()));
        if (!(entries instanceof List<?> list)) {
            return prospect(List.of(), unmatched);
        }
        List<Wanted> wanted = matched(list, pointer + "/probes", unmatched, faults);
        for (Wanted one : wanted) {
            plan(owner, one, unmatched, faults, steps);
        }
        if (prune) {
            unmatched.forEach(probe -> remove(owner, probe, steps));
        }
        return prospect(wanted, prune ? List.of() : unmatched);
    }

    private static Prospect prospect(List<Wanted> wanted, List<ConfiguredProbe> untouched) {
        Set<String> names = new TreeSet<>();
        wanted.forEach(one -> names.add(one.name()));
        List<ConfiguredProbe> kept = Stream.concat(
                        wanted.stream().map(Wanted::before).filter(Objects::nonNull), untouched.stream())
                .toList();
        kept.forEach(probe -> names.add(probe.name()));
        return new Prospect(names, kept.stream().map(ConfiguredProbe::id).collect(toSet()));
    }

    /** Each entry with the probe that it means: the oldest of its name and kind that no entry before it means. */
    private List<Wanted> matched(List<?> entries, String pointer, List<ConfiguredProbe> unmatched, Faults faults) {
        List<Wanted> wanted = new ArrayList<>();
        Map<String, Wanted> named = new HashMap<>();
        for (int index = 0; index < entries.size(); index++) {
            String here = pointer + "/" + index;
            ProbeEntry entry = entry(entries.get(index), here, faults);
            String name = entry == null
                    ? null
                    : entry.name() == null ? entry.kind() : entry.name().strip();
            if (entry == null || name == null) {
                faults.require(here + "/name", "A probe needs a name: it tells which probe of the vendor is meant.");
                continue;
            }
            Wanted one = new Wanted(entry, name, here, take(unmatched, name, entry.kind()));
            Wanted twin = named.putIfAbsent(name, one);
            if (twin != null && (twin.before() == null || one.before() == null)) {
                faults.add(here + "/name", "The name '" + name + "' is taken by " + faults.where(twin.pointer()) + ".");
            }
            wanted.add(one);
        }
        return wanted;
    }

    private @Nullable ProbeEntry entry(@Nullable Object value, String pointer, Faults faults) {
        return value instanceof Map<?, ?> map
                ? faults.noted(pointer, () -> json.convert(Fields.of(map), ProbeEntry.class, ""))
                : null;
    }

    private static @Nullable ConfiguredProbe take(List<ConfiguredProbe> probes, String name, @Nullable String kind) {
        for (ConfiguredProbe probe : probes) {
            if (probe.name().equals(name) && (kind == null || probe.kind().equals(kind))) {
                probes.remove(probe);
                return probe;
            }
        }
        return null;
    }

    private void plan(Owner owner, Wanted wanted, List<ConfiguredProbe> unmatched, Faults faults, Steps steps) {
        ConfiguredProbe before = wanted.before();
        NewProbe values = reading.read(wanted.entry(), wanted.name(), before, wanted.pointer(), faults);
        if (values == null) {
            return;
        }
        if (before != null) {
            change(owner, before, values, steps);
            return;
        }
        ConfiguredProbe ofAnotherKind = take(unmatched, wanted.name(), null);
        if (ofAnotherKind != null) {
            remove(owner, ofAnotherKind, steps);
        }
        Change change = change(owner, null, values);
        steps.add(
                Action.CREATE,
                change,
                () -> register.add(vendors.require(owner.slug()).id(), values));
    }

    private void change(Owner owner, ConfiguredProbe before, NewProbe values, Steps steps) {
        Change change = change(owner, Entries.values(before), values);
        if (change.fields().isEmpty()) {
            steps.same();
            return;
        }
        ProbeChange all = new ProbeChange(
                values.name(),
                values.every(),
                values.timeout(),
                values.confirm(),
                values.placement(),
                values.settings());
        steps.add(Action.CHANGE, change, () -> register.change(before.id(), null, all));
    }

    private void remove(Owner owner, ConfiguredProbe probe, Steps steps) {
        Change change = change(owner, Entries.values(probe), null);
        steps.add(Action.REMOVE, change, () -> register.remove(probe.id()));
    }

    private Change change(Owner owner, @Nullable NewProbe before, @Nullable NewProbe after) {
        String name = after != null ? after.name() : before != null ? before.name() : "";
        return new Change(
                Thing.PROBE,
                owner.slug(),
                name,
                Differences.between(entry(before), entry(after), shown(before), shown(after)));
    }

    private static Map<String, Object> entry(@Nullable NewProbe probe) {
        return probe == null ? Map.of() : Entries.probe(probe);
    }

    private Map<String, Object> shown(@Nullable NewProbe probe) {
        return probe == null ? Map.of() : Entries.probe(Entries.shown(probe, kinds));
    }
}
