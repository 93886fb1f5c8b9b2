package io.bellwether.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Merge Patch, RFC 7386: null removes, objects merge, everything else replaces. */
public final class MergePatch {

    private MergePatch() {}

    /** The patched copy; neither argument changes. */
    public static Map<String, Object> apply(Map<String, Object> target, Map<String, ? extends @Nullable Object> patch) {
        Map<String, Object> result = new LinkedHashMap<>(target);
        patch.forEach((name, value) -> {
            if (value == null) {
                result.remove(name);
            } else {
                result.put(name, merged(result.get(name), value));
            }
        });
        return result;
    }

    @SuppressWarnings("unchecked") // JSON objects have text for names.
    private static Object merged(@Nullable Object target, Object patch) {
        if (!(patch instanceof Map<?, ?> changes)) {
            return patch;
        }
        Map<String, Object> base = target instanceof Map<?, ?> object ? (Map<String, Object>) object : Map.of();
        return apply(base, (Map<String, @Nullable Object>) changes);
    }
}
