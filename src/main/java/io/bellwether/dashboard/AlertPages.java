package io.bellwether.dashboard;

import io.bellwether.alert.Alert;
import io.bellwether.alert.Alerts;
import io.bellwether.alert.voice.Glossary;
import io.bellwether.alert.voice.GlossaryEntry;
import io.bellwether.core.Lens;
import io.bellwether.notify.person.People;
import io.bellwether.notify.person.Person;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The alerts, and each of them with all that is known. */
@Path("/alerts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
@ForPeople
class AlertPages {

    private final Alerts alerts;
    private final VendorRegister vendors;
    private final People people;
    private final Frames frames;
    private final Failures failures;

    AlertPages(Alerts alerts, VendorRegister vendors, People people, Frames frames, Failures failures) {
        this.alerts = alerts;
        this.vendors = vendors;
        this.people = people;
        this.frames = frames;
        this.failures = failures;
    }

    @GET
    @Operation(hidden = true)
    public String list(@BeanParam AlertsRequest wish, @Context HttpHeaders request) {
        Page<Alert> page = alerts.list(wish.query());
        AlertsView view = new AlertsView(page.items(), page.next(), names(), wish);
        Frame frame = frames.frame(request, "Alerts", Section.ALERTS, Frame.Updates.BY_SCRIPT);
        return Templates.alerts(frame, view).render();
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public String show(@PathParam("id") UUID id, @Context HttpHeaders request) {
        Alert alert = alerts.require(id);
        Frame frame = frames.frame(request, "Alert " + alert.episode(), Section.ALERTS, Frame.Updates.BY_SCRIPT);
        String vendor = AlertsView.name(alert, names());
        Figures figures = Figures.of(alert.facts(), frame.visitor().lens());
        List<GlossaryEntry> terms =
                Glossary.in(alert.text().it() + " " + alert.text().marketing());
        return Templates.alert(frame, new AlertView(alert, vendor, figures, terms, known(alert)))
                .render();
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }

    /** The vendor's owners, and whoever else has said something about himself. */
    private List<String> known(Alert alert) {
        Stream<String> owners = vendors.active().stream()
                .filter(vendor -> vendor.slug().equals(alert.vendor()))
                .map(Vendor::owners)
                .flatMap(sides -> Stream.of(Lens.values()).map(sides::of))
                .filter(Objects::nonNull)
                .map(Owners.Owner::email);
        return Stream.concat(owners, people.list().stream().map(Person::email))
                .distinct()
                .toList();
    }

    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        vendors.active().stream()
                .sorted(Comparator.comparing(Vendor::name, String.CASE_INSENSITIVE_ORDER))
                .forEach(vendor -> names.put(vendor.slug(), vendor.name()));
        return names;
    }
}
