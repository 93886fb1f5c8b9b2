package io.bellwether.notify;

import io.bellwether.platform.Problem;
import io.bellwether.platform.SecretSettings;
import io.bellwether.platform.secret.Secret;
import jakarta.inject.Singleton;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The settings of channels: sealed where they are stored, whole where they are used, without secrets where they are shown. */
@Singleton
final class ChannelSettings {

    private final ChannelKinds kinds;
    private final SecretSettings secrets;

    ChannelSettings(ChannelKinds kinds, SecretSettings secrets) {
        this.kinds = kinds;
        this.secrets = secrets;
    }

    /** @throws Problem 400 for settings that an earlier version took and that do not hold any more */
    ConfiguredKind<?> configured(String kind, Map<String, Object> stored) {
        return kinds.configured(kind, opened(kind, stored));
    }

    /**
     * Settings as a client sent them, fit to be stored; a secret given back as it was shown stays as it is.
     *
     * @param stored those that are to be replaced; empty when there are none
     * @throws Problem 400 for an unknown kind or naming each wrong setting
     */
    Map<String, Object> accepted(String kind, Map<String, Object> given, Map<String, Object> stored) {
        Map<String, Object> whole = whole(kind, given, stored);
        kinds.configured(kind, whole);
        SecretUrl.refuseShown(whole, kinds.secretUrls(kind));
        return secrets.sealed(kinds.settings(kind), whole, stored);
    }

    /** Whether the client sent what is stored. */
    boolean same(String kind, Map<String, Object> given, Map<String, Object> stored) {
        return whole(kind, given, stored).equals(opened(kind, stored));
    }

    /** Of a URL that is a secret its host is shown, of other secrets nothing. */
    Map<String, Object> shown(String kind, Map<String, Object> stored) {
        Map<String, Object> shown = new LinkedHashMap<>(SecretSettings.shown(kinds.settings(kind), stored));
        Set<String> urls = kinds.secretUrls(kind);
        SecretUrl.redacted(opened(kind, stored), urls).forEach((name, value) -> {
            if (urls.contains(name)) {
                shown.put(name, value);
            }
        });
        return shown;
    }

    /** Scheme and host of where the channel leads to; empty when that is no URL. */
    Optional<String> place(String kind, Map<String, Object> stored) {
        Map<String, Object> open = opened(kind, stored);
        return kinds.secretUrls(kind).stream()
                .map(open::get)
                .filter(Objects::nonNull)
                .map(url -> SecretUrl.redacted(String.valueOf(url)))
                .findFirst();
    }

    /** JSON Schemas of the settings, by the name of the kind. */
    Map<String, Map<String, Object>> schemas() {
        return kinds.schemas();
    }

    /** The names of the settings of this kind that are secrets. */
    Set<String> secrets(String kind) {
        return Arrays.stream(kinds.settings(kind).getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Secret.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private Map<String, Object> whole(String kind, Map<String, Object> given, Map<String, Object> stored) {
        Map<String, Object> urls = SecretUrl.restored(given, opened(kind, stored), kinds.secretUrls(kind));
        return secrets.restored(kinds.settings(kind), urls, stored);
    }

    private Map<String, Object> opened(String kind, Map<String, Object> stored) {
        return secrets.opened(kinds.settings(kind), stored);
    }
}
