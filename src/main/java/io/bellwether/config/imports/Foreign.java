package io.bellwether.config.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of a foreign configuration, read leniently: what is not of the form asked for is as if it were absent.
 *
 * @param path where it stands, as a JSON Pointer
 */
public record Foreign(Map<?, ?> fields, String path) {

    private static final int MOST_DIGITS = 100;
    private static final Set<String> TRUE = Set.of("true", "yes", "y", "on", "1");

    public static Foreign of(@Nullable Object value, String path) {
        return new Foreign(value instanceof Map<?, ?> map ? map : Map.of(), path);
    }

    /** Where a field stands. */
    public String at(String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Whether the field says something: neither absent nor null, empty, false or 0. */
    public boolean has(String name) {
        return switch (fields.get(name)) {
            case null -> false;
            case String text -> !text.isBlank();
            case Map<?, ?> map -> !map.isEmpty();
            case List<?> list -> !list.isEmpty();
            case Boolean flag -> flag;
            case Number number -> number.doubleValue() != 0;
            default -> true;
        };
    }

    public @Nullable String text(String name) {
        return text(fields.get(name));
    }

    public String text(String name, String otherwise) {
        String text = text(name);
        return (text == null || text.isBlank()) ? otherwise : text;
    }

    public boolean flag(String name, boolean otherwise) {
        String text = text(name, "");
        return text.isEmpty() ? otherwise : TRUE.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    public @Nullable Double number(String name) {
        String text = text(name);
        try {
            return text == null ? null : Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public Foreign child(String name) {
        return of(fields.get(name), at(name));
    }

    /** The objects of a list. */
    public List<Foreign> items(String name) {
        List<Foreign> items = new ArrayList<>();
        if (fields.get(name) instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                items.add(of(list.get(index), at(name) + "/" + index));
            }
        }
        return items;
    }

    /** The texts of a list, or the one that stands there alone. */
    public List<String> texts(String name) {
        List<?> list = fields.get(name) instanceof List<?> several ? several : nullable(text(name));
        List<String> texts = new ArrayList<>();
        for (Object item : list) {
            String text = text(item);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The texts of a map. */
    public Map<String, String> textMap(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        child(name).fields().forEach((key, value) -> {
            String text = text(value);
            if (text != null) {
                texts.put(String.valueOf(key), text);
            }
        });
        return texts;
    }

    private static List<String> nullable(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case BigDecimal number when Math.abs(number.scale()) < MOST_DIGITS -> number.toPlainString();
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case null, default -> null;
        };
    }
}
