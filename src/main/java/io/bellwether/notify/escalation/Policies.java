package io.bellwether.notify.escalation;

import io.bellwether.platform.Audit;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The escalation policies. What becomes of one does not touch the alerts that have begun under it. */
@ApplicationScoped
class Policies {

    private final PolicyTable table;
    private final PolicyRules rules;
    private final Audit audit;
    private final Json json;
    private final Clock clock;

    Policies(PolicyTable table, PolicyRules rules, Audit audit, Json json, Clock clock) {
        this.table = table;
        this.rules = rules;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** In the order in which they are looked at. */
    @Transactional
    List<EscalationPolicy> list() {
        return table.all();
    }

    /** @throws Problem 404 */
    @Transactional
    EscalationPolicy require(UUID id) {
        return table.lock(id).orElseThrow(() -> Problem.notFound("escalation policy", id));
    }

    /** @throws Problem 400 naming each wrong field, or 409 when the name is taken */
    @Transactional
    EscalationPolicy create(NewPolicy policy) {
        check(policy, new UUID(0, 0));
        UUID id = table.insert(policy, clock.instant());
        return recorded("escalation-policy.create", id);
    }

    /** @throws Problem 400, 404, 409 when the name is taken, or 412 when {@code ifMatch} is stale */
    @Transactional
    EscalationPolicy change(UUID id, @Nullable String ifMatch, NewPolicy policy) {
        ETags.check(ifMatch, require(id).version());
        check(policy, id);
        table.update(id, policy, clock.instant());
        return recorded("escalation-policy.change", id);
    }

    /** @throws Problem 404, or 412 when {@code ifMatch} is stale */
    @Transactional
    void remove(UUID id, @Nullable String ifMatch) {
        EscalationPolicy policy = require(id);
        ETags.check(ifMatch, policy.version());
        table.delete(id);
        audit.record("escalation-policy.remove", subject(id), Map.of("name", policy.name()));
    }

    private void check(NewPolicy policy, UUID except) {
        rules.check(policy);
        if (table.taken(policy.name().strip(), except)) {
            throw Problem.conflict("/name", "There is a policy of this name already; give another name.");
        }
    }

    private EscalationPolicy recorded(String action, UUID id) {
        EscalationPolicy policy = require(id);
        audit.record(action, subject(id), json.toMap(policy));
        return policy;
    }

    private static String subject(UUID id) {
        return "escalation-policy/" + id;
    }
}
