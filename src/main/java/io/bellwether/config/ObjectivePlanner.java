package io.bellwether.config;

import io.bellwether.config.Change.FieldChange;
import io.bellwether.config.Change.Thing;
import io.bellwether.config.ObjectiveReading.Wanted;
import io.bellwether.config.Steps.Action;
import io.bellwether.platform.Json;
import io.bellwether.slo.NewObjective;
import io.bellwether.slo.Objectives;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans the objectives of one vendor of a document. */
@Singleton
class ObjectivePlanner {

    /**
     * @param vendorId null as long as the vendor never was in the register
     * @param probes those that it will have
     */
    record Owner(String slug, @Nullable UUID vendorId, ProbePlanner.Prospect probes) {

        boolean keepsProbeOf(StandingObjective one) {
            UUID probe = one.objective().probeId();
            return probe == null || probes.kept().contains(probe);
        }

        boolean hasProbeLike(StandingObjective one) {
            return one.probe() != null && probes.names().contains(one.probe());
        }
    }

    private record Named(
            Map<String, Object> fields,
            String pointer,
            @Nullable StandingObjective before) {}

    private final Objectives objectives;
    private final ObjectiveReading reading;
    private final Export export;
    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final Json json;

    ObjectivePlanner(
            Objectives objectives,
            ObjectiveReading reading,
            Export export,
            VendorRegister vendors,
            ProbeRegister probes,
            Json json) {
        this.objectives = objectives;
        this.reading = reading;
        this.export = export;
        this.vendors = vendors;
        this.probes = probes;
        this.json = json;
    }

    /**
     * An objective whose probe goes follows to the one that takes its name, or ends.
     *
     * @param entries null when the document says nothing of this vendor's objectives
     */
    void plan(Owner owner, @Nullable Object entries, String pointer, boolean prune, Faults faults, Steps steps) {
        List<StandingObjective> unmatched =
                new ArrayList<>(owner.vendorId() == null ? List.of() : export.objectives(owner.vendorId()));
        boolean named = entries instanceof List<?>;
        if (entries instanceof List<?> list) {
            matched(list, pointer + "/objectives", unmatched, faults)
                    .forEach(one -> plan(
                            owner,
                            reading.read(
                                    one.fields(), one.before(), owner.probes().names(), one.pointer(), faults),
                            one.before(),
                            steps));
        }
        for (StandingObjective one : unmatched) {
            boolean kept = owner.keepsProbeOf(one);
            if ((named && prune) || !(kept || owner.hasProbeLike(one))) {
                remove(owner, one, steps);
            } else if (!kept) {
                change(
                        owner,
                        one,
                        new Wanted(one.objective().values(), one.probe()),
                        ofAnotherProbe(owner, one),
                        steps);
            }
        }
    }

    /** Each entry with the objective that it means: the oldest of its name that no entry before it means. */
    private static List<Named> matched(
            List<?> entries, String pointer, List<StandingObjective> unmatched, Faults faults) {
        List<Named> all = new ArrayList<>();
        Map<String, Named> byName = new HashMap<>();
        for (int index = 0; index < entries.size(); index++) {
            String here = pointer + "/" + index;
            Map<String, Object> fields = entries.get(index) instanceof Map<?, ?> map ? Fields.of(map) : Map.of();
            if (!(fields.get("name") instanceof String name) || name.isBlank()) {
                faults.require(here + "/name", "An objective needs a name: it tells which one of the vendor is meant.");
                continue;
            }
            Named one = new Named(fields, here, take(unmatched, name.strip()));
            Named twin = byName.putIfAbsent(name.strip(), one);
            if (twin != null && (twin.before() == null || one.before() == null)) {
                faults.add(
                        here + "/name",
                        "The name '" + name.strip() + "' is taken by " + faults.where(twin.pointer()) + ".");
            }
            all.add(one);
        }
        return all;
    }

    private static @Nullable StandingObjective take(List<StandingObjective> standing, String name) {
        for (StandingObjective one : standing) {
            if (one.name().equals(name)) {
                standing.remove(one);
                return one;
            }
        }
        return null;
    }

    private void plan(Owner owner, @Nullable Wanted wanted, @Nullable StandingObjective before, Steps steps) {
        if (wanted == null) {
            return;
        }
        Map<String, Object> after = Entries.objective(wanted.values(), wanted.probe(), json);
        Change change =
                change(owner, String.valueOf(after.get("name")), before == null ? Map.of() : entry(before), after);
        if (before == null) {
            steps.add(Action.CREATE, change, () -> objectives.create(owner.slug(), values(owner, wanted, null)));
        } else if (!change.fields().isEmpty()) {
            change(owner, before, wanted, change, steps);
        } else if (owner.keepsProbeOf(before)) {
            steps.same();
        } else {
            change(owner, before, wanted, ofAnotherProbe(owner, before), steps);
        }
    }

    private void change(Owner owner, StandingObjective before, Wanted wanted, Change told, Steps steps) {
        UUID id = before.objective().id();
        steps.add(Action.CHANGE, told, () -> objectives.change(id, null, values(owner, wanted, before)));
    }

    private void remove(Owner owner, StandingObjective one, Steps steps) {
        Change change = change(owner, one.name(), entry(one), Map.of());
        steps.add(Action.REMOVE, change, () -> objectives.remove(one.objective().id(), null));
    }

    /** With the id of its probe: the one it has, as long as that is there and named so, else the oldest of the name. */
    private NewObjective values(Owner owner, Wanted wanted, @Nullable StandingObjective before) {
        if (before != null && Objects.equals(before.probe(), wanted.probe()) && owner.keepsProbeOf(before)) {
            return wanted.values().about(before.objective().probeId());
        }
        UUID probe = wanted.probe() == null
                ? null
                : probes.of(vendors.require(owner.slug()).id()).stream()
                        .filter(one -> one.name().equals(wanted.probe()))
                        .findFirst()
                        .map(ConfiguredProbe::id)
                        .orElseThrow();
        return wanted.values().about(probe);
    }

    private Map<String, Object> entry(StandingObjective one) {
        return Entries.objective(one.objective().values(), one.probe(), json);
    }

    /** Its probe makes room for another of the same name. */
    private static Change ofAnotherProbe(Owner owner, StandingObjective before) {
        return new Change(
                Thing.OBJECTIVE,
                owner.slug(),
                before.name(),
                List.of(new FieldChange("probe", before.probe(), before.probe())));
    }

    private static Change change(Owner owner, String name, Map<String, Object> before, Map<String, Object> after) {
        return new Change(Thing.OBJECTIVE, owner.slug(), name, Differences.between(before, after));
    }
}
