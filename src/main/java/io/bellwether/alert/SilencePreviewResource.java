package io.bellwether.alert;

import io.bellwether.alert.SilencePreview.Covered;
import io.bellwether.alert.silence.NewSilence;
import io.bellwether.alert.silence.Silences;
import io.bellwether.core.alert.mute.Silence;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** Shows what a silence would cover before somebody sets it. */
@Path("/api/v1/silences/previews")
@RunOnVirtualThread
class SilencePreviewResource {

    private final Silences silences;
    private final AlertReads alerts;

    SilencePreviewResource(Silences silences, AlertReads alerts) {
        this.silences = silences;
        this.alerts = alerts;
    }

    @POST
    @RolesAllowed(Role.Names.VIEWER)
    public SilencePreview preview(@NotNull @Valid NewSilence body) {
        Silence silence = silences.checked(body);
        List<Alert> matching = alerts.allOpen().stream()
                .filter(alert -> silence.matches(alert.labels()))
                .toList();
        return new SilencePreview(
                matching.stream()
                        .filter(alert -> silence.covers(alert.labels()))
                        .map(Covered::of)
                        .toList(),
                matching.stream()
                        .filter(alert -> !silence.covers(alert.labels()))
                        .map(Covered::of)
                        .toList());
    }
}
