package io.bellwether.alert;

import io.bellwether.alert.silence.NewSilence;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Shows what a silence would cover before somebody sets it. */
@Path("/api/v1/silences/previews")
@RunOnVirtualThread
class SilencePreviewResource {

    private final SilencePreviews previews;

    SilencePreviewResource(SilencePreviews previews) {
        this.previews = previews;
    }

    @POST
    @RolesAllowed(Role.Names.VIEWER)
    public SilencePreview preview(@NotNull @Valid NewSilence body) {
        return previews.of(body);
    }
}
