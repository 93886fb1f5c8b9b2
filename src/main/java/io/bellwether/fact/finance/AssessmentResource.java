package io.bellwether.fact.finance;

import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Judges statements that are handed in; nothing of them is kept. */
@Path("/api/v1/finance/assessments")
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
class AssessmentResource {

    private static final int MOST_COMPANIES = 10_000;
    private static final int MOST_FAULTS = 100;

    /** The answers to several companies, in their order. */
    record Batch(List<Assessed> companies) {}

    private final Assessor assessor;

    AssessmentResource(Assessor assessor) {
        this.assessor = assessor;
    }

    /**
     * One company, or with {@code companies} up to 10,000, answered in their order. A line that is absent is unknown: what
     * needs it is answered with null and named under {@code missing}.
     */
    @POST
    @APIResponse(
            responseCode = "200",
            description = "What the statements say.",
            content = @Content(schema = @Schema(oneOf = {Assessed.class, Batch.class})))
    public Object assess(@NotNull AssessmentRequest request) {
        List<@Nullable Company> companies = request.companies();
        if (companies == null) {
            Company company = request.company();
            refuse(company.faults(""));
            return assessor.assess(company);
        }
        if (request.isOfOne()) {
            throw Problem.invalid("", "Give either 'companies' or 'statements'.");
        }
        if (companies.isEmpty() || companies.size() > MOST_COMPANIES) {
            throw Problem.invalid("/companies", "Give between 1 and " + MOST_COMPANIES + " companies.");
        }
        refuse(faults(companies));
        return new Batch(companies.stream()
                .map(company -> assessor.assess(Objects.requireNonNull(company)))
                .toList());
    }

    private static List<FieldError> faults(List<@Nullable Company> companies) {
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < companies.size() && faults.size() < MOST_FAULTS; i++) {
            Company company = companies.get(i);
            String pointer = "/companies/" + i;
            faults.addAll(
                    company == null ? List.of(new FieldError(pointer, "Must be a company.")) : company.faults(pointer));
        }
        return faults;
    }

    private static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
        }
    }
}
