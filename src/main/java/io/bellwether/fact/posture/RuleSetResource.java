package io.bellwether.fact.posture;

import io.bellwether.core.posture.RuleSet;
import io.bellwether.core.posture.catalogue.Assessors;
import io.bellwether.core.posture.catalogue.RuleSets;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** The rules that postures are judged by, published whole. */
@Path("/api/v1/security/rule-sets")
@RolesAllowed(Role.Names.VIEWER)
class RuleSetResource {

    /**
     * @param kind of the evidence it judges; null where a probe answers the checks itself
     * @param counts whether it is the one that counts here
     */
    public record Published(@Nullable String kind, boolean counts, RuleSet rules) {}

    private final RuleSetChoice choice;

    RuleSetResource(RuleSetChoice choice) {
        this.choice = choice;
    }

    @GET
    public Page<Published> all() {
        return new Page<>(RuleSets.all().stream().map(this::published).toList(), null);
    }

    @GET
    @Path("/{id}")
    public Published one(String id) {
        return RuleSets.find(id).map(this::published).orElseThrow(() -> Problem.notFound("rule set", id));
    }

    private Published published(RuleSet rules) {
        String kind =
                Assessors.find(rules.id()).map(assessor -> assessor.kind()).orElse(null);
        boolean counts = kind == null || choice.assessor(kind).ruleSet().id().equals(rules.id());
        return new Published(kind, counts, rules);
    }
}
