package io.bellwether.alert;

import static java.util.stream.Collectors.toMap;

import io.bellwether.history.Observations;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.ProbeRegister;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;

/** Looks around at a vendor in trouble; too dear to do while all is well. */
@Singleton
class Scenes {

    private final Observations observations;
    private final ProbeRegister probes;

    Scenes(Observations observations, ProbeRegister probes) {
        this.observations = observations;
        this.probes = probes;
    }

    Scene of(UUID vendorId) {
        return new Scene(
                observations.states(vendorId),
                probes.of(vendorId).stream().collect(toMap(ConfiguredProbe::id, Function.identity())));
    }
}
