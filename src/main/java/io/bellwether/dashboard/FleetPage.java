package io.bellwether.dashboard;

import io.bellwether.dashboard.chart.Sparkline;
import io.bellwether.dashboard.portfolio.Fleet;
import io.bellwether.dashboard.portfolio.Portfolio;
import io.bellwether.dashboard.portfolio.PortfolioRow;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** All vendors, what needs somebody first. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
@ForPeople
class FleetPage {

    private static final Sparkline NO_TREND = Sparkline.of(List.of());

    private final Portfolio portfolio;
    private final Frames frames;
    private final Failures failures;

    FleetPage(Portfolio portfolio, Frames frames, Failures failures) {
        this.portfolio = portfolio;
        this.frames = frames;
        this.failures = failures;
    }

    @GET
    @Operation(hidden = true)
    public String show(@BeanParam FleetRequest wish, @Context HttpHeaders request) {
        Frame frame = frames.frame(request, "Fleet", Section.FLEET, Frame.Updates.ALWAYS);
        return Templates.fleet(frame, view(wish)).render();
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }

    private FleetView view(FleetRequest wish) {
        Fleet fleet = portfolio.fleet(wish.filter(), wish.order(), wish.reversed());
        int page = wish.page() == null ? 1 : Math.max(1, wish.page());
        List<PortfolioRow> rows = FleetView.cut(fleet, page);
        Map<String, Sparkline> trends =
                portfolio.trends(rows.stream().map(PortfolioRow::slug).toList());
        List<FleetView.Line> lines = rows.stream()
                .map(row -> new FleetView.Line(row, trends.getOrDefault(row.slug(), NO_TREND)))
                .toList();
        return new FleetView(fleet.totals(), lines, fleet.rows().size(), page, wish);
    }
}
