package io.bellwether.admin;

import io.bellwether.platform.Role;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which Bellwether this is. */
@Path("/api/v1/version")
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
@Startup
class VersionResource {

    /**
     * The running build.
     *
     * @param commit what it was built from, when the build knew
     * @param startedAt when this node started
     */
    public record Version(
            String name, String version, @Nullable String commit, Instant startedAt) {}

    private final Version version;

    VersionResource(
            @ConfigProperty(name = "quarkus.application.version") String number,
            @ConfigProperty(name = "bellwether.commit") Optional<String> commit,
            Clock clock) {
        this.version = new Version("Bellwether", number, commit.orElse(null), clock.instant());
    }

    @GET
    public Version version() {
        return version;
    }
}
