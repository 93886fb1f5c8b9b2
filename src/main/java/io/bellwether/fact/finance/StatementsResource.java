package io.bellwether.fact.finance;

import io.bellwether.fact.finance.sheet.Sheets;
import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.bellwether.vendor.VendorRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Statements that a vendor has told us: entered by hand, or sent as a table. */
@Path("/api/v1/vendors/{slug}/finance/statements")
@RunOnVirtualThread
class StatementsResource {

    private final StatedStatements statements;
    private final VendorRegister vendors;
    private final Clock clock;

    StatementsResource(StatedStatements statements, VendorRegister vendors, Clock clock) {
        this.statements = statements;
        this.vendors = vendors;
        this.clock = clock;
    }

    /** Those in force, and what the models make of the last three years. */
    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public StatedFinances read(@PathParam("slug") String slug) {
        return statements.of(vendors.require(slug).id());
    }

    /** Each year takes the place of what was told of it before; answered as when they are read. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.OWNER)
    @Idempotent
    public Response enter(@PathParam("slug") String slug, @NotNull NewStatements body) {
        return created(slug, statements.enter(slug, body, UnaryOperator.identity()));
    }

    /** The same from a table with the years across and the lines down, or the other way round. */
    @POST
    @Consumes({Sheets.CSV, Sheets.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.OWNER)
    @Idempotent
    public Response upload(
            @PathParam("slug") String slug,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @NotNull String type,
            @NotNull byte[] body) {
        return created(slug, statements.enter(slug, type, body));
    }

    /** It no longer counts; what it was stays on record. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.OWNER)
    public void remove(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        statements.remove(slug, id);
    }

    /** An empty table for three years, as {@code xlsx} or {@code csv}. */
    @GET
    @Path("/template")
    @Produces({Sheets.XLSX, Sheets.CSV})
    @RolesAllowed(Role.Names.VIEWER)
    public Response template(@PathParam("slug") String slug, @QueryParam("format") @Nullable String format) {
        vendors.require(slug);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return switch (Objects.requireNonNullElse(format, "xlsx")) {
            case "csv" -> file("csv", Sheets.CSV + ";charset=UTF-8", StatementTemplate.csv(today));
            case "xlsx" -> file("xlsx", Sheets.XLSX, StatementTemplate.xlsx(today));
            default -> throw Problem.invalid("format", "Must be csv or xlsx.");
        };
    }

    private static Response created(String slug, StatedFinances finances) {
        return Response.created(URI.create("/api/v1/vendors/" + slug + "/finance/statements"))
                .entity(finances)
                .build();
    }

    private static Response file(String ending, String type, byte[] content) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statements." + ending + "\"")
                .build();
    }
}
