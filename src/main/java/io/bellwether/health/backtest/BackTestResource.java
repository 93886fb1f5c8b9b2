package io.bellwether.health.backtest;

import io.bellwether.core.score.backtest.Course;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the financial score would have said of the registered vendors, those that were archived among them. */
@Path("/api/v1/finance/backtests")
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
class BackTestResource {

    private static final String CSV = "text/csv";
    private static final String MARKDOWN = "text/markdown";
    private static final String SVG = "image/svg+xml";

    private static final int USUAL_YEARS = 10;
    /** Before it nothing was filed electronically. */
    private static final LocalDate EARLIEST = LocalDate.of(1993, 1, 1);

    /** Years are judged again, which may take a minute of a processor. */
    private final Semaphore turn = new Semaphore(1);

    private final VendorRegister vendors;
    private final PastFinancesSource source;
    private final Clock clock;

    BackTestResource(VendorRegister vendors, PastFinancesSource source, Clock clock) {
        this.vendors = vendors;
        this.source = source;
        this.clock = clock;
    }

    /**
     * By default of the last ten years.
     *
     * @param from a date
     * @param to a date, inclusive
     * @param vendor a slug: that vendor alone; and the one whose course is drawn
     * @param format {@code json}, or {@code markdown}, {@code csv} or {@code svg}
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MARKDOWN, CSV, SVG})
    @APIResponse(
            responseCode = "200",
            description = "What each threshold would have foretold, and what it would have said without reason.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BackTest.class)),
                @Content(mediaType = MARKDOWN, schema = @Schema(implementation = String.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = SVG, schema = @Schema(implementation = String.class))
            })
    public Response backTest(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("vendor") @Nullable String vendor,
            @QueryParam("format") @Nullable String format) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate last = to == null ? today : day("to", to, today);
        LocalDate first = from == null ? last.minusYears(USUAL_YEARS) : day("from", from, last);
        Function<Replayed, Response> writer = writer(Objects.requireNonNullElse(format, "json"));
        List<Vendor> wanted = vendor == null ? all() : List.of(vendors.require(vendor));
        if (!turn.tryAcquire()) {
            throw Problem.busy(
                    "Another back-test runs", "One is run at a time. Ask again in a moment.", Duration.ofSeconds(5));
        }
        try {
            return writer.apply(replayed(first, last, wanted));
        } finally {
            turn.release();
        }
    }

    private static Function<Replayed, Response> writer(String format) {
        return switch (format) {
            case "json" ->
                replayed ->
                        Response.ok(replayed.test(), MediaType.APPLICATION_JSON).build();
            case "markdown" -> replayed -> text(Tables.markdown(replayed.test()), MARKDOWN);
            case "csv" -> replayed -> text(Tables.csv(replayed.test()), CSV);
            case "svg" -> replayed -> text(replayed.chart(), SVG);
            default -> throw Problem.invalid("format", "Must be json, markdown, csv or svg.");
        };
    }

    private Replayed replayed(LocalDate first, LocalDate last, List<Vendor> wanted) {
        List<Course> courses = new ArrayList<>();
        wanted.forEach(vendor -> courses.add(source.of(vendor).course(vendor.slug(), first, last)));
        return new Replayed(BackTest.of(first, last, courses), courses, slug -> source.of(vendors.require(slug)));
    }

    /** Without those that are gone the survivors would be judged alone. */
    private List<Vendor> all() {
        return Stream.of(vendors.active(), vendors.archived())
                .flatMap(List::stream)
                .toList();
    }

    private static Response text(String body, String type) {
        return Response.ok(body, type + ";charset=UTF-8").build();
    }

    private static LocalDate day(String parameter, String text, LocalDate latest) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(EARLIEST) && !day.isAfter(latest)) {
                return day;
            }
        } catch (DateTimeException e) {
            // Told below, as any other that cannot be used.
        }
        throw Problem.invalid(parameter, "Must be a date from " + EARLIEST + " to " + latest + ".");
    }
}
