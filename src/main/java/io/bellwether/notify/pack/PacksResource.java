package io.bellwether.notify.pack;

import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;

/** What a month was like with each vendor, for both owners. */
@Path("/api/v1/packs")
@RunOnVirtualThread
class PacksResource {

    private static final String UTF_8 = ";charset=UTF-8";

    private final Packs packs;
    private final Template html;

    PacksResource(Packs packs, @Location("notify/pack.html") Template html) {
        this.packs = packs;
        this.html = html;
    }

    /**
     * One month, such as {@code 2026-10}.
     *
     * @param format {@code json}, {@code html} or {@code markdown}
     * @param timeZone where the month begins and ends
     */
    @GET
    @Path("/{month}")
    @RolesAllowed(Role.Names.VIEWER)
    public Response read(
            @PathParam("month") String month,
            @QueryParam("format") @DefaultValue("json") String format,
            @QueryParam("timeZone") @DefaultValue("UTC") String timeZone) {
        JointPack pack = packs.of(month(month), zone(timeZone), _ -> true);
        return switch (format) {
            case "json" -> Response.ok(pack, MediaType.APPLICATION_JSON_TYPE).build();
            case "html" ->
                Response.ok(html.data("pack", pack).render(), MediaType.TEXT_HTML + UTF_8)
                        .build();
            case "markdown" ->
                Response.ok(Markdown.of(pack), "text/markdown" + UTF_8).build();
            default -> throw Problem.invalid("format", "Must be one of json, html, markdown.");
        };
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("month", "'" + text + "' is no month; write one such as 2026-10.");
        }
    }

    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw Problem.invalid("timeZone", "'" + text + "' is no time zone; write one such as Europe/Berlin.");
        }
        return ZoneId.of(text);
    }
}
