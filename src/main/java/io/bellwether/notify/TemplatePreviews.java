package io.bellwether.notify;

import io.bellwether.alert.AlertTransition;
import io.bellwether.alert.voice.MessageTemplates;
import io.bellwether.alert.voice.Moment;
import io.bellwether.alert.voice.SampleTelling;
import io.bellwether.alert.voice.TemplateKey;
import io.bellwether.core.Lens;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.platform.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what would come of a template before it is used. */
@Singleton
class TemplatePreviews {

    private final MessageTemplates templates;
    private final Composer composer;
    private final ChannelKinds kinds;
    private final Clock clock;

    TemplatePreviews(MessageTemplates templates, Composer composer, ChannelKinds kinds, Clock clock) {
        this.templates = templates;
        this.composer = composer;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * @param text the template; null for the one in force
     * @param channel a kind of channel; null for all
     * @throws io.bellwether.platform.Problem 400 naming what is wrong; 404 when there is no such rule
     */
    TemplatePreview of(TemplateKey key, @Nullable String text, @Nullable String channel) {
        SampleTelling tried = templates.sample(key, text);
        SampleTelling other = templates.sample(
                new TemplateKey(key.rule(), key.moment(), key.lens() == Lens.IT ? Lens.MARKETING : Lens.IT), null);
        Voices voices =
                key.lens() == Lens.IT ? new Voices(tried.text(), other.text()) : new Voices(other.text(), tried.text());
        Message message = composer.example(
                transition(key, tried.facts(), voices),
                happening(key.moment()),
                String.valueOf(tried.facts().get("vendorName")),
                Audience.of(key.lens()));
        return new TemplatePreview(tried.text(), tried.facts(), tried.warnings(), kinds.shown(message, channel));
    }

    private AlertTransition transition(TemplateKey key, Map<String, Object> facts, Voices voices) {
        return new AlertTransition(
                Ids.next(),
                1,
                key.moment().name(),
                Ids.next(),
                key.rule(),
                Severity.valueOf(String.valueOf(facts.get("severity"))),
                clock.instant(),
                Map.of(),
                facts,
                voices);
    }

    private static Happening happening(Moment moment) {
        return Arrays.stream(Happening.values())
                .filter(happening -> happening.name().equals(moment.name()))
                .findFirst()
                .orElse(Happening.FIRING);
    }
}
