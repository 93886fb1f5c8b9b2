package io.bellwether.notify;

import io.bellwether.alert.voice.Moment;
import io.bellwether.alert.voice.TemplateKey;
import io.bellwether.core.Lens;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Templates tried out on an example; nothing is kept or sent. */
@Path("/api/v1/message-templates/previews")
@RunOnVirtualThread
class TemplatePreviewResource {

    /**
     * @param kind of message; FIRING when absent
     * @param text the template to try; the one in force when absent
     * @param channel the kind of channel to show it for; all when absent
     */
    record Trial(
            @NotNull String rule,
            @NotNull Lens lens,
            @Nullable Moment kind,
            @Nullable String text,
            @Nullable String channel) {}

    private final TemplatePreviews previews;

    TemplatePreviewResource(TemplatePreviews previews) {
        this.previews = previews;
    }

    @POST
    @RolesAllowed(Role.Names.VIEWER)
    public TemplatePreview preview(@NotNull @Valid Trial body) {
        Moment moment = Objects.requireNonNullElse(body.kind(), Moment.FIRING);
        return previews.of(new TemplateKey(body.rule(), moment, body.lens()), body.text(), body.channel());
    }
}
