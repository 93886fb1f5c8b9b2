package io.bellwether.alert;

import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Tries rules on the stored history; nothing is changed and nobody is told. */
@Path("/api/v1/alert-rules/previews")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class RulePreviewResource {

    private final RulePreviews previews;

    RulePreviewResource(RulePreviews previews) {
        this.previews = previews;
    }

    @POST
    public RulePreview preview(@NotNull @Valid RulePreviewRequest body) {
        return previews.of(body);
    }
}
