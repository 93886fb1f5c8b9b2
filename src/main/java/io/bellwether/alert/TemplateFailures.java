package io.bellwether.alert;

import io.bellwether.alert.voice.FailureBell;
import io.bellwether.alert.voice.TemplateFailed;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Logs templates that fail, counts them as {@code bellwether_template_failures_total}, and raises {@link
 * InternalRule#TEMPLATE_FAILED}.
 */
@Singleton
final class TemplateFailures implements FailureBell {

    private static final Logger LOG = Logger.getLogger(TemplateFailures.class);

    private final MeterRegistry registry;
    private final InternalAlerts alerts;

    TemplateFailures(MeterRegistry registry, InternalAlerts alerts) {
        this.registry = registry;
        this.alerts = alerts;
    }

    @Override
    public void ring(TemplateFailed failure) {
        String template = failure.template().toString();
        LOG.errorf("The %s template %s failed: %s", kind(failure), template, failure.why());
        registry.counter(
                        "bellwether.template.failures",
                        "rule",
                        failure.template().rule(),
                        "lens",
                        failure.template().lens().name().toLowerCase(Locale.ROOT),
                        "template",
                        kind(failure))
                .increment();
        alerts.raise(InternalAlert.of(InternalRule.TEMPLATE_FAILED, template, template, words(failure)));
    }

    private static String words(TemplateFailed failure) {
        return "The " + kind(failure) + " template " + failure.template() + " failed; "
                + (failure.edited() ? "the built-in one" : "a plainer text") + " was told in its place: "
                + failure.why();
    }

    private static String kind(TemplateFailed failure) {
        return failure.edited() ? "edited" : "built-in";
    }
}
