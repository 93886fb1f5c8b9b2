package io.bellwether.platform.secret;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks JSON-shaped settings along their record and changes what stands where a secret belongs. */
public final class SecretPlaces {

    /** What becomes of one secret, or of what was sent in its place. */
    @FunctionalInterface
    public interface Change {
        /** @param pointer JSON Pointer of the place, from the settings' root */
        String of(String pointer, String value);
    }

    private SecretPlaces() {}

    /** A changed copy. */
    public static Map<String, Object> change(Class<?> type, Map<String, Object> settings, Change change) {
        return object(type, settings, "", change);
    }

    private static Map<String, Object> object(Class<?> type, Map<?, ?> values, String pointer, Change change) {
        Map<String, Object> changed = new LinkedHashMap<>();
        values.forEach((name, value) -> changed.put((String) name, value));
        for (RecordComponent component : type.getRecordComponents()) {
            Secret secret = component.getAnnotation(Secret.class);
            String place = pointer + "/" + component.getName();
            changed.computeIfPresent(
                    component.getName(),
                    (_, value) -> secret == null
                            ? inside(component.getGenericType(), value, place, change)
                            : secret(secret, value, place, change));
        }
        return changed;
    }

    private static Object inside(Type type, Object value, String pointer, Change change) {
        if (value instanceof Map<?, ?> object && type instanceof Class<?> record && record.isRecord()) {
            return object(record, object, pointer, change);
        }
        if (value instanceof List<?> list && type instanceof ParameterizedType generic) {
            List<@Nullable Object> changed = new ArrayList<>();
            for (Object element : list) {
                String place = pointer + "/" + changed.size();
                changed.add(
                        element == null ? null : inside(generic.getActualTypeArguments()[0], element, place, change));
            }
            return changed;
        }
        return value;
    }

    private static Object secret(Secret secret, Object value, String pointer, Change change) {
        if (value instanceof String text) {
            return change.of(pointer, text);
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<Object, @Nullable Object> changed = new LinkedHashMap<>(map);
        changed.replaceAll((name, inner) -> inner instanceof String text && ((String) name).matches(secret.keys())
                ? change.of(pointer + "/" + name, text)
                : inner);
        return changed;
    }
}
