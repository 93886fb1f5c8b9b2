package io.bellwether.config;

import io.bellwether.config.Document.ChannelEntry;
import io.bellwether.notify.Channels;
import io.bellwether.notify.ConfiguredChannel;
import io.bellwether.notify.NewChannel;
import io.bellwether.platform.SecretSettings;
import io.bellwether.platform.Violations;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what a document says of a channel: what it leaves out comes from the register. */
@Singleton
class ChannelReading {

    private final Channels channels;
    private final Validator validator;

    ChannelReading(Channels channels, Validator validator) {
        this.channels = channels;
        this.validator = validator;
    }

    /** The channel as it is to be, null with the faults noted when that cannot be told. */
    @Nullable NewChannel read(
            ChannelEntry entry, String name, @Nullable ConfiguredChannel before, String pointer, Faults faults) {
        int already = faults.count();
        NewChannel values =
                before == null ? fresh(entry, name, pointer, faults) : changed(entry, name, before, pointer, faults);
        var violations = validator.validate(values);
        if (!violations.isEmpty()) {
            faults.addAll(pointer, Violations.problem(violations).errors());
        } else if (before == null) {
            faults.noted(pointer, () -> {
                channels.check(values);
                return values;
            });
        }
        return faults.count() == already ? values : null;
    }

    private static NewChannel fresh(ChannelEntry entry, String name, String pointer, Faults faults) {
        return new NewChannel(
                Objects.requireNonNullElse(entry.kind(), ""),
                name,
                restored(Objects.requireNonNullElse(entry.settings(), Map.of()), Map.of(), pointer, faults),
                entry.lens(),
                entry.enabled(),
                entry.quietHours(),
                entry.fallback());
    }

    private static NewChannel changed(
            ChannelEntry entry, String name, ConfiguredChannel before, String pointer, Faults faults) {
        return new NewChannel(
                before.kind(),
                name,
                entry.settings() == null
                        ? before.settings()
                        : restored(entry.settings(), before.settings(), pointer, faults),
                Objects.requireNonNullElse(entry.lens(), before.lens()),
                Objects.requireNonNullElse(entry.enabled(), before.enabled()),
                entry.quietHours() == null ? before.quietHours() : entry.quietHours(),
                entry.fallback() == null ? before.fallback() : entry.fallback());
    }

    /** The register takes a secret in the form in which it showed it for the one it has. */
    private static Map<String, Object> restored(
            Map<String, Object> settings, Map<String, Object> shown, String pointer, Faults faults) {
        Map<String, Object> restored = new LinkedHashMap<>(settings);
        restored.replaceAll((name, value) ->
                SecretSettings.MASK.equals(value) ? Objects.requireNonNullElse(shown.get(name), value) : value);
        restored.forEach((name, value) -> {
            if (SecretSettings.MASK.equals(value)) {
                faults.misfit(
                        pointer + "/settings/" + name,
                        "There is no secret yet that " + SecretSettings.MASK + " could stand for; give it.");
            }
        });
        return restored;
    }
}
