package io.bellwether.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form for settings, made from their JSON Schema: what is secret is not shown while it is typed, what is required must be
 * given, and lists have one item a line.
 *
 * @param schema of an object whose properties are texts, numbers, truths, and lists of texts
 */
record SettingsForm(Map<String, Object> schema) {

    private static final String PATH = "settings.";

    /** @param words what the settings are called and mean, by their names; what is missing goes by its name */
    List<SettingField> fields(Map<String, Choice> words) {
        List<SettingField> fields = new ArrayList<>();
        properties().forEach((name, property) -> {
            Choice said = words.getOrDefault(name, new Choice(Words.sentence(Wording.words(name)), ""));
            Integer length = property.get("maxLength") instanceof Number most ? most.intValue() : null;
            boolean required = schema.get("required") instanceof List<?> names && names.contains(name);
            fields.add(new SettingField(PATH + name, said.key(), said.value(), input(property), required, length));
        });
        return fields;
    }

    /** What was filled in; what was left blank is left out. */
    Map<String, Object> values(Filled form) {
        Map<String, Object> values = new LinkedHashMap<>();
        properties().forEach((name, property) -> {
            Object value = value(property, form, PATH + name);
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    private static @Nullable Object value(Map<?, ?> property, Filled form, String field) {
        String text = form.text(field);
        if (text == null) {
            return null;
        }
        return switch (type(property)) {
            case "array" -> List.of(text.split("[,;\\s]+"));
            case "boolean" -> true;
            default -> text;
        };
    }

    private static String input(Map<?, ?> property) {
        return switch (type(property)) {
            case "array" -> "textarea";
            case "boolean" -> "checkbox";
            case "integer", "number" -> "number";
            default -> "password".equals(property.get("format")) ? "password" : "text";
        };
    }

    /** Without the {@code null} that optional settings may be as well. */
    private static String type(Map<?, ?> property) {
        Object type = property.get("type");
        return type instanceof List<?> several ? String.valueOf(several.getFirst()) : String.valueOf(type);
    }

    private Map<String, Map<?, ?>> properties() {
        Map<String, Map<?, ?>> properties = new LinkedHashMap<>();
        if (schema.get("properties") instanceof Map<?, ?> all) {
            all.forEach((name, property) -> {
                if (property instanceof Map<?, ?> map) {
                    properties.put(String.valueOf(name), map);
                }
            });
        }
        return properties;
    }
}
