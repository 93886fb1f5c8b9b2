package io.bellwether.notify;

import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import io.bellwether.platform.Schemas;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All kinds of channel there are, found by themselves; two of one name keep the application from starting. */
@Singleton
@Startup
final class ChannelKinds {

    private static final String SETTINGS = "/settings";

    private final Map<String, Channel<?>> kinds = new TreeMap<>();
    private final Json json;
    private final Validator validator;
    private final Schemas schemas;

    ChannelKinds(@All List<Channel<?>> channels, Json json, Validator validator, Schemas schemas) {
        this.json = json;
        this.schemas = schemas;
        this.validator = validator;
        for (Channel<?> channel : channels) {
            Channel<?> other = kinds.put(channel.kind(), channel);
            if (other != null) {
                throw new IllegalStateException(
                        "channel kind '" + channel.kind() + "' twice: " + other.getClass() + ", " + channel.getClass());
            }
        }
    }

    /** @throws Problem 400 when there is no such kind, or naming each wrong setting */
    ConfiguredKind<?> configured(String kind, Map<String, Object> settings) {
        return configured(kind(kind), settings);
    }

    /** @throws Problem 400 when there is no such kind */
    Class<? extends Record> settings(String kind) {
        return kind(kind).settings();
    }

    Set<String> secretUrls(String kind) {
        return kind(kind).secretUrls();
    }

    /** JSON Schemas of the kinds' settings. */
    Map<String, Map<String, Object>> schemas() {
        Map<String, Map<String, Object>> all = new TreeMap<>();
        kinds.forEach((name, kind) -> all.put(name, schemas.of(kind.settings())));
        return all;
    }

    boolean gathers(String kind) {
        return kind(kind).gathers();
    }

    /** The group of an alert in a channel of this kind, of which there may be none any more. */
    Draft.Group group(String kind, Draft.Group routed, UUID alert) {
        Channel<?> channel = kinds.get(kind);
        return channel != null && channel.apart() ? routed.of(alert) : routed;
    }

    Duration pace(String kind) {
        return kind(kind).pace();
    }

    /** What each kind would send of a message; only the named one unless {@code kind} is null. */
    Map<String, Object> shown(Message message, @Nullable String kind) {
        Map<String, Object> shown = new TreeMap<>();
        (kind == null ? kinds.values() : List.of(kind(kind)))
                .forEach(channel -> shown.put(channel.kind(), channel.shown(message)));
        return shown;
    }

    private Channel<?> kind(String name) {
        Channel<?> channel = kinds.get(name);
        if (channel == null) {
            throw Problem.invalid("/kind", "Must be one of " + String.join(", ", kinds.keySet()) + ".");
        }
        return channel;
    }

    private <S extends Record> ConfiguredKind<S> configured(Channel<S> channel, Map<String, Object> values) {
        S settings = json.convert(values, channel.settings(), SETTINGS);
        List<FieldError> errors = validator.validate(settings).stream()
                .map(ChannelKinds::error)
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new ConfiguredKind<>(channel, settings);
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        String pointer = path.replaceAll("\\.?<[^>]*>", "")
                .replaceAll("\\[(\\d+)]", "/$1")
                .replace('.', '/');
        return new FieldError(SETTINGS + "/" + pointer, violation.getMessage());
    }
}
