package io.bellwether.config;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.bellwether.notify.Channels;
import io.bellwether.notify.ConfiguredChannel;
import io.bellwether.notify.NewChannel;
import io.bellwether.platform.Json;
import io.bellwether.platform.Page;
import io.bellwether.platform.SecretSettings;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.slo.Objectives;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.EntityRegister;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorEntity;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the register as a document. */
@Singleton
class Export {

    private final VendorRegister vendors;
    private final EntityRegister entities;
    private final ProbeRegister probes;
    private final Channels channels;
    private final Objectives objectives;
    private final ProbeKinds kinds;
    private final Json json;

    Export(
            VendorRegister vendors,
            EntityRegister entities,
            ProbeRegister probes,
            Channels channels,
            Objectives objectives,
            ProbeKinds kinds,
            Json json) {
        this.vendors = vendors;
        this.entities = entities;
        this.probes = probes;
        this.channels = channels;
        this.objectives = objectives;
        this.kinds = kinds;
        this.json = json;
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("vendors", vendors.active().stream().map(this::vendor).toList());
        document.put("channels", channels().stream().map(this::channel).toList());
        return document;
    }

    /** All, in the order of their names. */
    List<ConfiguredChannel> channels() {
        List<ConfiguredChannel> all = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page<ConfiguredChannel> page = channels.list(Page.MAX_LIMIT, after);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    /** A channel's settings with a placeholder for each secret. */
    Map<String, Object> hidden(String kind, Map<String, Object> settings) {
        Map<String, Object> hidden = new LinkedHashMap<>(settings);
        channels.secrets(kind).forEach(secret -> hidden.computeIfPresent(secret, (_, _) -> SecretSettings.MASK));
        return hidden;
    }

    /** Those of a vendor, oldest first. */
    List<StandingObjective> objectives(UUID vendorId) {
        Map<UUID, String> names =
                probes.of(vendorId).stream().collect(toMap(ConfiguredProbe::id, ConfiguredProbe::name));
        return objectives.of(vendorId).stream()
                .map(objective -> new StandingObjective(objective, names.get(objective.probeId())))
                .toList();
    }

    private Map<String, Object> vendor(Vendor vendor) {
        Map<String, Object> entry = Entries.vendor(vendor.values(), json);
        List<VendorEntity> behind = entities.told(vendor.id());
        if (!behind.isEmpty()) {
            entry.put("entities", Entries.entities(behind, json));
        }
        List<Map<String, Object>> all = probes.of(vendor.id()).stream()
                .sorted(comparing(ConfiguredProbe::name).thenComparing(ConfiguredProbe::kind))
                .map(probe -> Entries.probe(Entries.shown(Entries.values(probe), kinds)))
                .toList();
        entry.put("probes", all);
        entry.put(
                "objectives",
                objectives(vendor.id()).stream()
                        .map(one -> Entries.objective(one.objective().values(), one.probe(), json))
                        .toList());
        return entry;
    }

    private Map<String, Object> channel(ConfiguredChannel channel) {
        return Entries.channel(values(channel, hidden(channel.kind(), channel.settings())), json);
    }

    static NewChannel values(ConfiguredChannel channel, Map<String, Object> settings) {
        return new NewChannel(
                channel.kind(),
                channel.name(),
                settings,
                channel.lens(),
                channel.enabled(),
                channel.quietHours(),
                channel.fallback());
    }
}
