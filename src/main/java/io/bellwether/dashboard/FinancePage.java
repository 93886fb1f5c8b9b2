package io.bellwether.dashboard;

import io.bellwether.fact.finance.StatedStatements;
import io.bellwether.fact.finance.sheet.Sheets;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** A vendor's finances: what is known, who says so, what the models make of it, and where its statements are sent to. */
@Path("/vendors/{slug}/finance")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
@ForPeople
class FinancePage {

    private final FinanceViews views;
    private final StatedStatements statements;
    private final Frames frames;
    private final Failures failures;

    FinancePage(FinanceViews views, StatedStatements statements, Frames frames, Failures failures) {
        this.views = views;
        this.statements = statements;
        this.frames = frames;
        this.failures = failures;
    }

    @GET
    @Operation(hidden = true)
    public Response show(
            @PathParam("slug") String slug, @QueryParam("lens") @Nullable String lens, @Context HttpHeaders request) {
        return page(views.of(slug, null), lens, request, Status.OK);
    }

    /** Takes the whole table, or nothing of it and says what is wrong where. */
    @POST
    @Path("statements")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Role.Names.OWNER)
    @Operation(hidden = true)
    public Response enter(
            @PathParam("slug") String slug, @RestForm("file") @Nullable FileUpload file, @Context HttpHeaders request) {
        try {
            if (file == null || file.size() == 0) {
                throw Problem.badRequest("Choose a file first.");
            }
            statements.enter(slug, type(file), content(file));
        } catch (Problem wrong) {
            return page(views.of(slug, RefusedTable.of(wrong)), null, request, Status.BAD_REQUEST);
        }
        return Response.seeOther(URI.create("/vendors/" + slug + "/finance#stated"))
                .build();
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }

    private Response page(FinanceView view, @Nullable String lens, HttpHeaders request, Status status) {
        Frame frame = frames.frame(request, lens, "Finances of " + view.vendor().name(), Frame.Updates.NONE);
        return Response.status(status)
                .entity(Templates.finance(frame, view).render())
                .cookie(Visitors.remembered(frame.visitor().lens()))
                .build();
    }

    /** By its name: what browsers say of its type depends on the programs that are installed beside them. */
    private static String type(FileUpload file) {
        return file.fileName().toLowerCase(Locale.ROOT).endsWith(".csv") ? Sheets.CSV : Sheets.XLSX;
    }

    private static byte[] content(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
