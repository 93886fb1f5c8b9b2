package io.bellwether.dashboard;

import io.bellwether.alert.AlertRule;
import io.bellwether.alert.AlertRuleChange;
import io.bellwether.alert.AlertRules;
import io.bellwether.alert.RulePreviewRequest;
import io.bellwether.alert.RulePreviews;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What opens alerts, what it means, and what it would have done. */
@Path("/alert-rules")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
@ForPeople
class RulesPage {

    private final AlertRules rules;
    private final RulePreviews previews;
    private final VendorRegister vendors;
    private final FormCheck check;
    private final Frames frames;
    private final Failures failures;

    RulesPage(
            AlertRules rules,
            RulePreviews previews,
            VendorRegister vendors,
            FormCheck check,
            Frames frames,
            Failures failures) {
        this.rules = rules;
        this.previews = previews;
        this.vendors = vendors;
        this.check = check;
        this.frames = frames;
        this.failures = failures;
    }

    @GET
    @Operation(hidden = true)
    public String list(@Context HttpHeaders request) {
        Frame frame = frames.frame(request, "Alert rules", Section.ALERTS, Frame.Updates.NONE);
        return Templates.alertRules(frame, new RulesView(rules.list())).render();
    }

    /**
     * @param vendor the slug of the only one to try it on; all that it watches when blank
     * @param days how far back to tell what it would have done, which takes a while; not at all when absent
     */
    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public String show(
            @PathParam("id") UUID id,
            @QueryParam("vendor") @Nullable String vendor,
            @QueryParam("days") @Nullable Integer days,
            @Context HttpHeaders request) {
        AlertRule rule = rules.require(id);
        Frame frame = frames.frame(request, Words.sentence(rule.name()), Section.ALERTS, Frame.Updates.NONE);
        String only = vendor == null || vendor.isBlank() ? null : vendor;
        return Templates.alertRule(frame, view(rule, only, days)).render();
    }

    /** On when it was off, and off when it was on. */
    @POST
    @Path("{id}/switch")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(hidden = true)
    public Response flip(@PathParam("id") UUID id) {
        AlertRule is = rules.require(id);
        rules.change(
                id,
                null,
                new AlertRuleChange(
                        !is.enabled(),
                        is.severity(),
                        is.settings(),
                        is.builtIn() ? null : is.description(),
                        is.builtIn() ? null : is.selection(),
                        is.bounds()));
        return Response.seeOther(URI.create("/alert-rules/" + id)).build();
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }

    private RuleView view(AlertRule rule, @Nullable String vendor, @Nullable Integer days) {
        RuleView untried = RuleView.untried(rule, RulePreviews.canTry(rule), vendors.active(), vendor, days);
        if (!untried.canTry() || days == null) {
            return untried;
        }
        try {
            return untried.tried(previews.of(check.checked(new RulePreviewRequest(rule.id(), null, vendor, days))));
        } catch (Problem wrong) {
            return untried.refused(
                    wrong.errors().isEmpty()
                            ? wrong.detail()
                            : wrong.errors().getFirst().detail());
        }
    }
}
