package io.bellwether.config;

import io.bellwether.config.text.Source;
import io.bellwether.config.text.YamlWriter;
import io.bellwether.platform.Audit;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Schemas;
import io.bellwether.platform.SecretSettings;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The register as a document, out and in. */
@ApplicationScoped
class Configuration {

    private static final String HEAD = "The register of Bellwether. " + SecretSettings.MASK
            + " stands for a secret that stays as it is.\nSend it back with PUT /api/v1/config?dryRun=true to see what"
            + " would change.";

    /** Of advisory locks, in our database nobody else's. */
    private static final long ONE_AT_A_TIME = 0x62772d636f6e66L;

    /** Thousands of probes take longer than the minute that a transaction usually has. */
    private static final int LONGEST_SECONDS = 600;

    private final Export export;
    private final VendorPlanner vendors;
    private final ChannelPlanner channels;
    private final Map<String, Object> schema;
    private final EntityManager session;
    private final Jdbi jdbi;
    private final Audit audit;

    Configuration(
            Export export,
            VendorPlanner vendors,
            ChannelPlanner channels,
            Schemas schemas,
            EntityManager session,
            Jdbi jdbi,
            Audit audit) {
        this.export = export;
        this.vendors = vendors;
        this.channels = channels;
        this.schema = schemas.of(Document.class);
        this.session = session;
        this.jdbi = jdbi;
        this.audit = audit;
    }

    /** The whole register as YAML; the same register is the same text. */
    @Transactional
    String export() {
        return YamlWriter.comment(HEAD) + YamlWriter.write(export.document());
    }

    /**
     * What leads from the register to the document.
     *
     * @throws Problem 400 with everything that is wrong with the document
     */
    @Transactional
    Plan plan(Source source) {
        return steps(source).plan(true);
    }

    /**
     * Makes the register what the document says, in one transaction.
     *
     * @throws Problem 400 with everything that is wrong with the document; nothing has been changed then
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    Plan apply(Source source) {
        jdbi.useHandle(handle -> handle.execute("SELECT pg_advisory_xact_lock(?)", ONE_AT_A_TIME));
        Steps steps = steps(source);
        // Each step is flushed when it ends; to look through all those before it again would take longer each time.
        steps.carryOut(session::clear);
        Plan plan = steps.plan(false);
        audit.record(
                "config.apply",
                "config",
                Map.of(
                        "created", plan.create().size(),
                        "changed", plan.change().size(),
                        "removed", plan.remove().size()));
        return plan;
    }

    private Steps steps(Source source) {
        Faults faults = new Faults(source);
        Map<String, Object> document = new Shape(faults).fit(schema, withoutExtensions(source.value()), "");
        boolean prune = Boolean.TRUE.equals(document.get("prune"));
        Steps steps = new Steps();
        if (document.get("vendors") instanceof List<?> entries) {
            vendors.plan(entries, prune, faults, steps);
        }
        if (document.get("channels") instanceof List<?> entries) {
            channels.plan(entries, prune, faults, steps);
        }
        faults.refuse();
        return steps;
    }

    /** Fields whose names begin with {@code x-} are the author's own, such as a place for anchors. */
    private static Object withoutExtensions(@Nullable Object document) {
        if (!(document instanceof Map<?, ?> map)) {
            throw Problem.invalid("", "The document must be a map with the field vendors, channels or both.");
        }
        Map<String, Object> rest = Fields.of(map);
        rest.keySet().removeIf(name -> name.startsWith("x-"));
        return rest;
    }
}
