package io.bellwether.platform;

import io.bellwether.platform.secret.SecretPlaces;
import io.bellwether.platform.secret.Vault;
import io.bellwether.platform.secret.VaultFailure;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The secrets in settings of a record type, on their way in and out. From the moment they are accepted until they are used,
 * settings hold them sealed; whoever forgets to hide one shows a sealed text.
 */
@Singleton
public final class SecretSettings {

    /** What is shown in a secret's place; sent back, it leaves the secret as it is. */
    public static final String MASK = "********";

    private static final String BASE = "/settings";

    private final Vault vault;

    public SecretSettings(Vault vault) {
        this.vault = vault;
    }

    /**
     * Settings as a client sent them, with every secret in the clear: where he sent the mask, or what is stored, the stored one.
     *
     * @param stored the settings that are to be replaced, sealed; empty when there are none
     * @throws Problem 400 naming a mask that nothing is stored for
     */
    public Map<String, Object> restored(
            Class<? extends Record> type, Map<String, Object> given, Map<String, Object> stored) {
        Map<String, String> known = secrets(type, stored);
        return SecretPlaces.change(type, given, (pointer, value) -> {
            String before = known.get(pointer);
            if (!MASK.equals(value) && !value.equals(before)) {
                return refuseSealed(pointer, value);
            }
            if (before == null) {
                throw Problem.invalid(BASE + pointer, "There is no secret here to keep; enter it instead of the mask.");
            }
            return opened(before);
        });
    }

    /** Settings fit to be stored. A secret that has not changed stays as it is stored, so that equal settings are equal. */
    public Map<String, Object> sealed(
            Class<? extends Record> type, Map<String, Object> open, Map<String, Object> stored) {
        Map<String, String> known = secrets(type, stored);
        return SecretPlaces.change(type, open, (pointer, value) -> {
            String before = known.get(pointer);
            return before != null && isUnchanged(before, value) ? before : sealed(value);
        });
    }

    /**
     * Stored settings with their secrets in the clear, for the moment they are used.
     *
     * @throws Problem 500 when a secret cannot be opened
     */
    public Map<String, Object> opened(Class<? extends Record> type, Map<String, Object> stored) {
        return SecretPlaces.change(type, stored, (_, value) -> opened(value));
    }

    /** Stored settings as they may be shown. */
    public static Map<String, Object> shown(Class<? extends Record> type, Map<String, Object> stored) {
        return SecretPlaces.change(type, stored, (_, _) -> MASK);
    }

    /** As {@link #shown(Class, Map)} for settings of a type that is no more. */
    public static Map<String, Object> shown(Map<String, Object> stored) {
        Map<String, Object> shown = new LinkedHashMap<>(stored);
        shown.replaceAll((_, value) -> hidden(value));
        return shown;
    }

    @SuppressWarnings("unchecked") // JSON objects have text for names.
    private static Object hidden(Object value) {
        return switch (value) {
            case Map<?, ?> object -> shown((Map<String, Object>) object);
            case List<?> list -> list.stream().map(SecretSettings::hidden).toList();
            default -> Vault.isSealed(value) ? MASK : value;
        };
    }

    private boolean isUnchanged(String stored, String value) {
        return vault.isCurrent(stored) && opened(stored).equals(value);
    }

    private String sealed(String value) {
        try {
            return vault.seal(value);
        } catch (VaultFailure e) {
            throw problem(e);
        }
    }

    private String opened(String value) {
        try {
            return Vault.isSealed(value) ? vault.open(value) : value;
        } catch (VaultFailure e) {
            throw problem(e);
        }
    }

    private static Map<String, String> secrets(Class<? extends Record> type, Map<String, Object> stored) {
        Map<String, String> secrets = new HashMap<>();
        SecretPlaces.change(type, stored, (pointer, value) -> {
            secrets.put(pointer, value);
            return value;
        });
        return secrets;
    }

    private static Problem problem(VaultFailure failure) {
        return Problem.of(500, "No access to secrets", failure.reason());
    }

    private static String refuseSealed(String pointer, String value) {
        if (Vault.isSealed(value)) {
            throw Problem.invalid(BASE + pointer, "This is a stored form; enter the secret itself.");
        }
        return value;
    }
}
