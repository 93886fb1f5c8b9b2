package io.bellwether.compat;

import io.bellwether.notify.RoutingTable;
import io.bellwether.platform.Role;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which Alertmanager this is, and its configuration. */
@Path("/alertmanager/api/v2/status")
@RunOnVirtualThread
@Startup
class StatusResource {

    /** The Alertmanager whose API this is; its tools compare it with their own. */
    static final String VERSION = "0.25.0";

    private final RoutingTable routes;
    private final Wire wire;
    private final String build;
    private final Instant startedAt;

    StatusResource(
            RoutingTable routes,
            Wire wire,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String build) {
        this.routes = routes;
        this.wire = wire;
        this.build = build;
        this.startedAt = clock.instant();
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Response status() {
        return wire.answer(() -> Map.of(
                "cluster", Map.of("status", "disabled", "peers", List.of()),
                "versionInfo",
                        Map.of(
                                "version", VERSION,
                                "revision", build,
                                "branch", "bellwether",
                                "buildUser", "bellwether",
                                "buildDate", "",
                                "goVersion", ""),
                "config", Map.of("original", routes.asAlertmanagerYaml()),
                "uptime", startedAt));
    }
}
