package io.bellwether.alert.voice;

import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the facts of an alert by the template in force. */
@Singleton
public class Teller {

    /** Edits come and go. */
    private static final int MOST_TEMPLATES = 1_000;

    private final BuiltInTemplates builtIn;
    private final Edits edits;
    private final FailureBell bell;
    private final Sandbox sandbox = new Sandbox();
    private final Map<String, Template> parsed = new ConcurrentHashMap<>();

    Teller(BuiltInTemplates builtIn, Edits edits, FailureBell bell) {
        this.builtIn = builtIn;
        this.edits = edits;
        this.bell = bell;
    }

    /**
     * One line in one voice. Never fails: an edited template that does is passed over for the built-in one, and a message
     * with fewer words is better than none.
     *
     * @param zone the reader's
     */
    public String tell(TemplateKey key, Map<String, Object> facts, ZoneId zone) {
        Map<String, Object> local = LocalFacts.of(facts, zone);
        return edits.text(key)
                .flatMap(text -> rendered(key, text, true, local))
                .or(() -> builtIn.text(key).flatMap(text -> rendered(key, text, false, local)))
                .orElseGet(() -> lastWords(key, local));
    }

    private Optional<String> rendered(TemplateKey key, String text, boolean edited, Map<String, Object> facts) {
        try {
            return Optional.of(sandbox.render(parsed(text), facts));
        } catch (BrokenTemplate e) {
            bell.ring(new TemplateFailed(key, edited, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Template parsed(String text) {
        if (parsed.size() >= MOST_TEMPLATES) {
            parsed.clear();
        }
        return parsed.computeIfAbsent(text, sandbox::parse);
    }

    private static String lastWords(TemplateKey key, Map<String, Object> facts) {
        String vendor = String.valueOf(facts.getOrDefault("vendorName", "A vendor"));
        String what = switch (key.moment()) {
            case FIRING -> "has begun";
            case REMINDER -> "still fires";
            case SEVERITY_CHANGED -> "is rated anew";
            case RESOLVED -> "is over";
            case UNSTABLE -> "comes and goes";
        };
        return vendor + ": the alert '" + key.rule() + "' " + what + ".";
    }
}
