package io.bellwether.alert;

import io.bellwether.health.Simulated;
import io.bellwether.health.SimulationRequest;
import io.bellwether.health.Simulations;
import io.bellwether.platform.Role;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** How a vendor would stand, and what would be told, if something else were known of it. Nothing is stored. */
@Path("/api/v1/vendors/{slug}/health/simulations")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class SimulationResource {

    private final VendorRegister vendors;
    private final Simulations simulations;
    private final SimulatedAlerts alerts;

    SimulationResource(VendorRegister vendors, Simulations simulations, SimulatedAlerts alerts) {
        this.vendors = vendors;
        this.simulations = simulations;
        this.alerts = alerts;
    }

    /** With nothing assumed it is as it is. */
    @POST
    public Simulation simulate(String slug, @NotNull SimulationRequest body) {
        Vendor vendor = vendors.require(slug);
        Simulated simulated = simulations.of(vendor, body);
        return Simulation.of(vendor, simulated, alerts.of(vendor, simulated));
    }
}
