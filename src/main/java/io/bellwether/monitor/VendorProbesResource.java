package io.bellwether.monitor;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.VendorRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Puts checks on a vendor. Settings are checked here, where their kinds are known; the register keeps them. */
@Path("/api/v1/vendors/{slug}/probes")
@RunOnVirtualThread
class VendorProbesResource {

    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final ProbeKinds kinds;
    private final Presence presence;

    VendorProbesResource(VendorRegister vendors, ProbeRegister probes, ProbeKinds kinds, Presence presence) {
        this.vendors = vendors;
        this.probes = probes;
        this.kinds = kinds;
        this.presence = presence;
    }

    @POST
    @RolesAllowed(Role.Names.OPERATOR)
    @Idempotent
    public Response create(@PathParam("slug") String slug, @Valid @NotNull NewProbeBody body) {
        UUID vendor = vendors.require(slug).id();
        Map<String, Object> settings = kinds.validated(body.kind(), body.settings());
        ConfiguredProbe probe = probes.add(vendor, body.with(settings, kinds.cadence(body.kind())));
        return Response.created(URI.create("/api/v1/probes/" + probe.id()))
                .header("ETag", ETags.of(probe.version()))
                .entity(ProbeView.of(probe, kinds, presence.served()))
                .build();
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<ProbeView> list(@PathParam("slug") String slug) {
        UUID vendor = vendors.require(slug).id();
        Set<String> served = presence.served();
        return new Page<>(
                probes.of(vendor).stream()
                        .map(probe -> ProbeView.of(probe, kinds, served))
                        .toList(),
                null);
    }
}
