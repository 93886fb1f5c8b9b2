package io.bellwether.monitor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bellwether.history.ObservationView;
import io.bellwether.platform.Role;
import io.bellwether.vendor.ProbeRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Runs a probe now and tells step by step what happened. */
@Path("/api/v1/probes/{id}/runs")
@RunOnVirtualThread
class RunsResource {

    private final ProbeRegister probes;
    private final RunNow runNow;
    private final ManualRuns manualRuns;

    RunsResource(ProbeRegister probes, RunNow runNow, ManualRuns manualRuns) {
        this.probes = probes;
        this.runNow = runNow;
        this.manualRuns = manualRuns;
    }

    /**
     * The observation a run made.
     *
     * @param trace who ran it, then each attempt's steps in order, one line each
     */
    public record Run(@JsonUnwrapped ObservationView observation, List<String> trace) {}

    @POST
    @RolesAllowed(Role.Names.OPERATOR)
    @APIResponseSchema(value = Run.class, responseCode = "200", responseDescription = "OK")
    @APIResponse(responseCode = "503", description = ManualRuns.BUSY)
    public Run run(@PathParam("id") UUID id) throws InterruptedException {
        try (ManualRuns.Place _ = manualRuns.take()) {
            ObservationView observation = ObservationView.of(runNow.run(probes.require(id)));
            return new Run(observation, Trace.of(observation));
        }
    }
}
