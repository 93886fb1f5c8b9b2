package io.bellwether.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Pattern;

/** JSON as text and as values; the only class that knows the library behind it. */
@Singleton
public class Json {

    /** An escaped NUL, not a backslash before the text u0000: the backslashes before it are escaped in pairs. */
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The value as text; without NUL characters, which vendors may send and PostgreSQL does not keep. */
    public String write(Object value) {
        try {
            String text = mapper.writeValueAsString(value);
            return text.contains("\\u0000") ? ESCAPED_NUL.matcher(text).replaceAll("$1") : text;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
        }
    }

    /** Reads text written by {@link #write}; text from outside goes through {@link #convert} or the REST layer. */
    public <T> T read(String text, Class<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    public <T> T read(String text, TypeReference<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getType() + ": " + e.getOriginalMessage(), e);
        }
    }

    public Map<String, Object> map(String text) {
        return read(text, new TypeReference<>() {});
    }

    /** A value as the JSON object that {@link #write} would show. */
    public Map<String, Object> toMap(Object value) {
        return mapper.convertValue(value, new TypeReference<>() {});
    }

    /** JSON-shaped values as a record, strictly: an unknown or ill-typed property is a {@link Problem} that names it. */
    public <T> T convert(Map<String, Object> values, Class<T> type, String pointer) {
        try {
            return mapper.convertValue(values, type);
        } catch (IllegalArgumentException e) {
            throw JsonFaults.problem(e, pointer);
        }
    }
}
