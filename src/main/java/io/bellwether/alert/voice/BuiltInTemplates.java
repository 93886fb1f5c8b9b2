package io.bellwether.alert.voice;

import io.bellwether.core.Lens;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The templates that come with the application, a file for each rule, moment and voice. */
@Singleton
final class BuiltInTemplates {

    private static final Pattern RULE = Pattern.compile("[a-z0-9-]{1,100}");

    /** Those that there are; a storm tells hundreds of alerts by the same one. */
    private final Map<TemplateKey, String> known = new ConcurrentHashMap<>();

    /** A rule without a text of its own for a moment while it fires is told as when it began to. */
    Optional<String> text(TemplateKey key) {
        Optional<String> own = file(key);
        return own.isPresent() || key.moment() == Moment.RESOLVED ? own : file(key.at(Moment.FIRING));
    }

    boolean knows(String rule) {
        return text(new TemplateKey(rule, Moment.FIRING, Lens.IT)).isPresent();
    }

    private Optional<String> file(TemplateKey key) {
        return Optional.ofNullable(known.computeIfAbsent(key, BuiltInTemplates::read));
    }

    private static @Nullable String read(TemplateKey key) {
        return RULE.matcher(key.rule()).matches()
                ? Table.text("/templates/voices/" + key.file())
                        .map(String::strip)
                        .orElse(null)
                : null;
    }
}
