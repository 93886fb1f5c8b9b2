package io.bellwether.monitor;

import io.bellwether.platform.Recent;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.ProbeRegister;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The probes as they are configured now; only what has changed is read again. */
@Singleton
class CurrentProbes {

    private static final int REMEMBERED = 50_000;

    private final ProbeRegister register;
    private final Recent<UUID, ConfiguredProbe> known = new Recent<>(REMEMBERED);

    CurrentProbes(ProbeRegister register) {
        this.register = register;
    }

    /**
     * Those of these that exist.
     *
     * @param versions of each probe, the one that counts
     */
    Map<UUID, ConfiguredProbe> at(Map<UUID, Integer> versions) {
        Map<UUID, ConfiguredProbe> current = new HashMap<>();
        List<UUID> changed = new ArrayList<>();
        versions.forEach((id, version) -> {
            ConfiguredProbe probe = known.get(id);
            if (probe == null || probe.version() != version) {
                changed.add(id);
            } else {
                current.put(id, probe);
            }
        });
        if (!changed.isEmpty()) {
            register.byId(changed).forEach((id, probe) -> {
                known.put(id, probe);
                current.put(id, probe);
            });
        }
        return current;
    }
}
