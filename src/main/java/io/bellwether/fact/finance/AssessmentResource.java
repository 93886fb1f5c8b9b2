package io.bellwether.fact.finance;

import io.bellwether.core.finance.CompanyAssessment;
import io.bellwether.core.finance.Scorecard;
import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Judges statements that are handed in; nothing of them is kept. */
@Path("/api/v1/finance/assessments")
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
class AssessmentResource {

    static final int MOST_COMPANIES = 10_000;

    /** The answers to several companies, in their order. */
    record Batch(List<Assessed> companies) {}

    private final Scorecard scorecard;

    AssessmentResource(Json json) {
        this.scorecard = ScorecardFile.read(json);
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
        List<Company> companies = request.companies();
        if (companies == null) {
            return one(request.company(), "");
        }
        if (request.statements() != null || request.marketValue() != null) {
            throw Problem.invalid("", "Give either 'companies' or 'statements'.");
        }
        if (companies.isEmpty() || companies.size() > MOST_COMPANIES) {
            throw Problem.invalid("/companies", "Give between 1 and " + MOST_COMPANIES + " companies.");
        }
        return new Batch(all(companies));
    }

    private List<Assessed> all(List<Company> companies) {
        List<Problem.FieldError> faults = new ArrayList<>();
        IntStream.range(0, companies.size())
                .forEach(i -> faults.addAll(companies.get(i).faults("/companies/" + i)));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults.subList(0, Math.min(faults.size(), AssessmentRequest.MOST_FAULTS)));
        }
        return companies.stream().map(this::assessed).toList();
    }

    private Assessed one(Company company, String pointer) {
        List<Problem.FieldError> faults = company.faults(pointer);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return assessed(company);
    }

    private Assessed assessed(Company company) {
        return Assessed.of(scorecard, CompanyAssessment.of(scorecard, company.window()));
    }
}
