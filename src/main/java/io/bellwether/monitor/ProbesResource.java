package io.bellwether.monitor;

import io.bellwether.core.Confirmation;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.ProbeChange;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.VendorRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The probes of a vendor. Settings are checked here, where their kinds are known; the register keeps them. */
@Path("/api/v1")
@RunOnVirtualThread
class ProbesResource {

    private static final Duration DEFAULT_EVERY = Duration.ofSeconds(60);
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final ProbeKinds kinds;

    ProbesResource(VendorRegister vendors, ProbeRegister probes, ProbeKinds kinds) {
        this.vendors = vendors;
        this.probes = probes;
        this.kinds = kinds;
    }

    /**
     * A probe to create.
     *
     * @param name default: the kind
     * @param every default PT60S
     * @param timeout default PT10S, or the interval when that is shorter
     */
    public record NewProbeBody(
            @NotBlank String kind,
            @Nullable @Size(max = 120) String name,
            @Nullable Duration every,
            @Nullable Duration timeout,
            @Nullable ConfirmationBody confirm,
            @NotNull Map<String, Object> settings) {

        NewProbe withSettings(Map<String, Object> validated) {
            Duration interval = every == null ? DEFAULT_EVERY : every;
            Duration shortest = interval.compareTo(DEFAULT_TIMEOUT) < 0 ? interval : DEFAULT_TIMEOUT;
            return new NewProbe(
                    kind,
                    name == null || name.isBlank() ? kind : name.strip(),
                    interval,
                    timeout == null ? shortest : timeout,
                    confirm == null ? Confirmation.DEFAULT : confirm.over(Confirmation.DEFAULT),
                    validated);
        }
    }

    /** What is not given stays as it is. */
    public record ProbeChangeBody(
            @Nullable @Size(min = 1, max = 120) String name,
            @Nullable Duration every,
            @Nullable Duration timeout,
            @Nullable ConfirmationBody confirm,
            @Nullable Map<String, Object> settings) {}

    /** Attempts before a bad answer counts, and the pause between them. */
    public record ConfirmationBody(
            @Nullable Integer attempts, @Nullable Duration delay) {

        Confirmation over(Confirmation before) {
            return new Confirmation(
                    attempts == null ? before.attempts() : attempts, delay == null ? before.delay() : delay);
        }
    }

    @POST
    @Path("/vendors/{slug}/probes")
    @RolesAllowed(Role.Names.OPERATOR)
    @Idempotent
    public Response create(@PathParam("slug") String slug, @Valid @NotNull NewProbeBody body) {
        UUID vendor = vendors.require(slug).id();
        ConfiguredProbe probe = probes.add(vendor, body.withSettings(kinds.validated(body.kind(), body.settings())));
        return Response.created(URI.create("/api/v1/probes/" + probe.id()))
                .header("ETag", ETags.of(probe.version()))
                .entity(ProbeView.of(probe))
                .build();
    }

    @GET
    @Path("/vendors/{slug}/probes")
    @RolesAllowed(Role.Names.VIEWER)
    public Page<ProbeView> list(@PathParam("slug") String slug) {
        UUID vendor = vendors.require(slug).id();
        return new Page<>(probes.of(vendor).stream().map(ProbeView::of).toList(), null);
    }

    @GET
    @Path("/probes/{id}")
    @RolesAllowed(Role.Names.VIEWER)
    public Response read(@PathParam("id") UUID id) {
        return answer(probes.require(id));
    }

    @PATCH
    @Path("/probes/{id}")
    @RolesAllowed(Role.Names.OPERATOR)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ProbeChangeBody body) {
        ConfiguredProbe probe = probes.require(id);
        ProbeChange change = new ProbeChange(
                body.name(),
                body.every(),
                body.timeout(),
                body.confirm() == null ? null : body.confirm().over(probe.confirm()),
                body.settings() == null ? null : kinds.validated(probe.kind(), body.settings()));
        return answer(probes.change(id, ifMatch, change));
    }

    @DELETE
    @Path("/probes/{id}")
    @RolesAllowed(Role.Names.OPERATOR)
    public void remove(@PathParam("id") UUID id) {
        probes.remove(id);
    }

    private static Response answer(ConfiguredProbe probe) {
        return Response.ok(ProbeView.of(probe))
                .header("ETag", ETags.of(probe.version()))
                .build();
    }
}
