package io.bellwether.probe.registry;

import io.bellwether.core.Finding;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A record of the index of legal entities as states: whether the entity is there, its registration, its proceedings, its name
 * and its parents. The vocabulary is that of the Common Data File formats 3.1.
 */
final class LegalEntityFindings {

    private static final String PAGE = "https://search.gleif.org/#/record/";
    private static final Pattern LEI = Pattern.compile("[A-Z0-9]{18}[0-9]{2}");
    private static final Set<String> REGISTRATIONS = Set.of(
            "ISSUED",
            "LAPSED",
            "RETIRED",
            "MERGED",
            "ANNULLED",
            "DUPLICATE",
            "CANCELLED",
            "TRANSFERRED",
            "PENDING_TRANSFER",
            "PENDING_ARCHIVAL",
            "PENDING_VALIDATION");

    private LegalEntityFindings() {}

    static List<Finding> of(String lei, LegalEntity entity, Instant now) {
        States states = new States("lei", lei, PAGE + lei, now);
        Answer attributes = entity.data().part("attributes");
        Answer about = attributes.part("entity");
        Answer registration = attributes.part("registration");
        boolean merged = isMerged(about, registration);
        status(states, about, registration, merged);
        registration(states, registration);
        Proceedings.add(states, about, merged);
        name(states, about);
        parent(states, "legal-entity-parent", entity.directParent());
        parent(states, "legal-entity-ultimate-parent", entity.ultimateParent());
        return states.all();
    }

    private static boolean isMerged(Answer about, Answer registration) {
        return "MERGED".equals(registration.text("status"))
                || "CORPORATE_ACTION".equals(about.part("expiration").text("reason"))
                || about.part("successorEntity").has("lei")
                || about.part("successorEntity").has("name");
    }

    /** RETIRED is the registration of what has ended without a merger. */
    private static void status(States states, Answer about, Answer registration, boolean merged) {
        String word = String.valueOf(about.text("status"));
        boolean ended = word.equals("INACTIVE") || "RETIRED".equals(registration.text("status"));
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        detail.put("status", about.text("status"));
        detail.put("expirationReason", about.part("expiration").text("reason"));
        detail.put("successor", about.part("successorEntity").text("name"));
        if (ended) {
            states.add(
                    "legal-entity-status",
                    merged ? "MERGED" : "INACTIVE",
                    about.part("expiration").day("date"),
                    detail);
        } else if (word.equals("ACTIVE")) {
            states.add("legal-entity-status", "ACTIVE", null, detail);
        } else {
            states.unknown("legal-entity-status", "The index does not tell whether the entity is active.");
        }
    }

    private static void registration(States states, Answer registration) {
        String word = registration.text("status");
        if (word == null || !REGISTRATIONS.contains(word)) {
            states.unknown("legal-entity-registration", "The index tells no status of the registration that we know.");
            return;
        }
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        detail.put("nextRenewal", registration.day("nextRenewalDate"));
        detail.put("corroboration", registration.text("corroborationLevel"));
        states.add(
                "legal-entity-registration",
                word,
                word.equals("LAPSED") ? registration.day("nextRenewalDate") : null,
                detail);
    }

    private static void name(States states, Answer about) {
        String name = about.part("legalName").text("name");
        if (name == null) {
            states.unknown("legal-entity-name", "The index tells no name.");
            return;
        }
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        detail.put("jurisdiction", about.text("jurisdiction"));
        detail.put("registeredAs", about.text("registeredAs"));
        detail.put("legalForm", about.part("legalForm").text("id"));
        states.add("legal-entity-name", name, null, detail);
    }

    /** For people: a parent's troubles are not the entity's, and are not counted. */
    private static void parent(States states, String signal, Answer data) {
        Answer attributes = data.part("attributes");
        String lei = attributes.text("lei");
        if (lei == null || !LEI.matcher(lei).matches()) {
            states.add(signal, "NONE_REPORTED", null, Map.of());
            return;
        }
        Map<String, @Nullable Object> detail = new LinkedHashMap<>();
        detail.put("name", attributes.part("entity").part("legalName").text("name"));
        detail.put("jurisdiction", attributes.part("entity").text("jurisdiction"));
        detail.put("status", attributes.part("entity").text("status"));
        detail.put("registration", attributes.part("registration").text("status"));
        states.add(signal, lei, null, detail);
    }
}
