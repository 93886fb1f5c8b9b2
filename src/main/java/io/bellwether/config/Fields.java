package io.bellwether.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** Objects of a document, which fit its shape: their names are text. */
final class Fields {

    private Fields() {}

    static Map<String, Object> of(Map<?, ?> object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.forEach((name, value) -> fields.put((String) name, value));
        return fields;
    }
}
