package io.bellwether.config.imports.gatus;

import io.bellwether.config.imports.BodyDemands;
import io.bellwether.config.imports.Harvest;
import io.bellwether.config.imports.Spans;
import io.bellwether.config.imports.StatusSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The conditions of one endpoint as settings of the kind {@code http}. */
final class HttpConditions {

    static final String CERTIFICATE = "[CERTIFICATE_EXPIRATION]";
    static final String DOMAIN = "[DOMAIN_EXPIRATION]";
    static final String OWN_LIMIT =
            "The probe of kind tls warns by the certificate's own lifetime, not at a limit of yours.";
    static final String UNKNOWN = "No setting says this.";

    private final Harvest harvest;
    private final StatusSet statuses = StatusSet.all();
    private final BodyDemands body = new BodyDemands();
    private @Nullable Duration slow;
    private @Nullable Duration registration;
    private boolean certificate;

    HttpConditions(Harvest harvest) {
        this.harvest = harvest;
    }

    /** @param path of the list of conditions */
    void read(List<String> conditions, String path) {
        for (int index = 0; index < conditions.size(); index++) {
            String text = conditions.get(index);
            Optional<Condition> condition = Condition.parse(text);
            String here = path + "/" + index;
            if (condition.isEmpty() || !read(condition.get(), text, here)) {
                harvest.detail(here, text, UNKNOWN);
            }
        }
    }

    /** Whether the certificate is to be watched too. */
    boolean asksForCertificate() {
        return certificate;
    }

    /** How long before its end the registration of the domain is to be told of, null when it is not watched. */
    @Nullable Duration registrationLimit() {
        return registration;
    }

    /** From when on an answer is slow, null when that is never said. */
    @Nullable Duration slowLimit() {
        return slow;
    }

    /** Without a condition on the status any will do. */
    void into(Map<String, Object> settings) {
        List<String> ranges = statuses.ranges();
        if (!ranges.equals(List.of("200-299"))) {
            settings.put("expectStatus", ranges);
        }
        body.into(settings);
    }

    private boolean read(Condition condition, String text, String path) {
        if (text.contains(Suite.CONTEXT)) {
            return false;
        }
        if (BodyCondition.concerns(condition)) {
            return BodyCondition.add(condition, body);
        }
        return switch (condition.left()) {
            case "[STATUS]" -> status(condition);
            case "[RESPONSE_TIME]" -> time(condition);
            case "[CONNECTED]" -> condition.says("[CONNECTED]", "true");
            case CERTIFICATE -> {
                certificate = true;
                harvest.often(path, text, OWN_LIMIT);
                yield true;
            }
            case DOMAIN -> {
                registration = Spans.parse(condition.right())
                        .filter(_ -> condition.operator().startsWith(">"))
                        .orElse(null);
                yield registration != null;
            }
            default -> false;
        };
    }

    private boolean status(Condition condition) {
        Optional<IntPredicate> wanted = condition.number();
        wanted.ifPresent(statuses::keep);
        return wanted.isPresent() && !statuses.isEmpty();
    }

    private boolean time(Condition condition) {
        Optional<Duration> limit = condition.slowerThan();
        limit.filter(shorter -> slow == null || shorter.compareTo(slow) < 0).ifPresent(shorter -> slow = shorter);
        return limit.isPresent();
    }
}
