package io.bellwether.alert;

import io.bellwether.core.Lens;
import io.bellwether.core.Voices;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Owners.Owner;
import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells the facts of an alert in the two voices, each in its reader's time zone. */
@Singleton
class Narrator {

    private static final Logger LOG = Logger.getLogger(Narrator.class);

    /** What is told; also part of the templates' names. */
    enum Moment {
        FIRING,
        RESOLVED
    }

    private final Engine engine;
    private final Consumer<InternalAlert> failed;

    @Inject
    Narrator(Engine engine, InternalAlerts alerts) {
        this(engine, alerts::raise);
    }

    /** @param failed told of a template that could not be used */
    Narrator(Engine engine, Consumer<InternalAlert> failed) {
        this.engine = engine;
        this.failed = failed;
    }

    /** Never fails: a message with fewer words is better than none. */
    Voices tell(String story, Moment moment, Map<String, Object> facts, Owners owners) {
        return new Voices(
                safely(story, moment, Lens.IT, facts, owners), safely(story, moment, Lens.MARKETING, facts, owners));
    }

    /** @throws TemplateException when a fact is missing or the template is broken */
    String told(String story, Moment moment, Lens lens, Map<String, Object> facts, Owners owners) {
        return engine.getTemplate(template(story, moment, lens))
                .render(LocalFacts.of(facts, zone(owners.of(lens))))
                .strip()
                .replaceAll("\\s+", " ");
    }

    private String safely(String story, Moment moment, Lens lens, Map<String, Object> facts, Owners owners) {
        try {
            return told(story, moment, lens, facts, owners);
        } catch (TemplateException e) {
            LOG.errorf(e, "No text for %s %s %s", story, moment, lens);
            String template = template(story, moment, lens);
            failed.accept(InternalAlert.of(
                    InternalRule.TEMPLATE_FAILED,
                    template,
                    template,
                    "The template " + template + " failed; a plainer text was told in its place. The log says why."));
            String vendor = String.valueOf(facts.getOrDefault("vendorName", "A vendor"));
            return vendor + ": the alert '" + story + "' " + (moment == Moment.FIRING ? "has begun." : "is over.");
        }
    }

    private static String template(String story, Moment moment, Lens lens) {
        return "voices/" + story + "." + word(moment) + "." + lens.name().toLowerCase(Locale.ROOT) + ".txt";
    }

    private static String word(Moment moment) {
        return moment.name().toLowerCase(Locale.ROOT);
    }

    private static ZoneId zone(@Nullable Owner owner) {
        if (owner == null || owner.timeZone() == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(owner.timeZone());
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
