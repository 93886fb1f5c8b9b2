package io.bellwether.alert;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bellwether.alert.SimulatedAlert.Effect;
import io.bellwether.health.Health;
import io.bellwether.health.HealthDifference;
import io.bellwether.health.HealthPoint;
import io.bellwether.health.Simulated;
import io.bellwether.vendor.Vendor;
import java.util.List;

/**
 * How a vendor would stand, in the shape of its health, and what that would change.
 *
 * @param vendor its slug
 * @param health as it would be
 * @param difference to how it stands
 * @param course the days up to the one that was asked for, oldest first; that one alone for now
 * @param alerts that would be told: those that fire, change their severity or happen again
 * @param resolved alerts that would be over
 */
record Simulation(
        String vendor,
        @JsonUnwrapped Health health,
        HealthDifference difference,
        List<HealthPoint> course,
        List<SimulatedAlert> alerts,
        List<SimulatedAlert> resolved) {

    static Simulation of(Vendor vendor, Simulated simulated, List<SimulatedAlert> alerts) {
        return new Simulation(
                vendor.slug(),
                simulated.then().advised(vendor.slug()),
                HealthDifference.between(simulated.now(), simulated.then()),
                simulated.course(),
                alerts.stream().filter(alert -> !isOver(alert)).toList(),
                alerts.stream().filter(Simulation::isOver).toList());
    }

    private static boolean isOver(SimulatedAlert alert) {
        return alert.effect() == Effect.RESOLVES;
    }
}
