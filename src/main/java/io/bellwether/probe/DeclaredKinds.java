package io.bellwether.probe;

import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Schemas;
import io.bellwether.platform.SecretSettings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The kinds as they declare themselves. */
@Singleton
final class DeclaredKinds implements ProbeKinds {

    private final KnownProbes probes;
    private final SettingsReader reader;
    private final SecretSettings secrets;
    private final Json json;
    private final List<Kind> kinds;

    DeclaredKinds(KnownProbes probes, SettingsReader reader, SecretSettings secrets, Json json, Schemas schemas) {
        this.probes = probes;
        this.reader = reader;
        this.secrets = secrets;
        this.json = json;
        this.kinds = probes.all().stream()
                .map(probe ->
                        new Kind(probe.kind(), probe.description(), schemas.of(probe.settings()), probe.cadence()))
                .toList();
    }

    @Override
    public List<Kind> all() {
        return kinds;
    }

    @Override
    public boolean decidesAvailability(String kind) {
        return probes.find(kind).map(Probe::decidesAvailability).orElse(false);
    }

    @Override
    public Map<String, Object> validated(String kind, Map<String, Object> settings, Map<String, Object> stored) {
        Probe<?> probe = probes.find(kind)
                .orElseThrow(() ->
                        Problem.invalid("/kind", "'" + kind + "' is none; known kinds are " + probes.names() + "."));
        Map<String, Object> open = secrets.restored(probe.settings(), settings, stored);
        Map<String, Object> normal = json.map(json.write(reader.read(probe, open)));
        normal.values().removeIf(Objects::isNull);
        return secrets.sealed(probe.settings(), normal, stored);
    }

    @Override
    public Map<String, Object> shown(String kind, Map<String, Object> stored) {
        return probes.find(kind)
                .map(probe -> SecretSettings.shown(probe.settings(), stored))
                .orElseGet(() -> SecretSettings.shown(stored));
    }
}
