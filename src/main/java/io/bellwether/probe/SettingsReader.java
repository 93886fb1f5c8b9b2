package io.bellwether.probe;

import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Makes a kind's settings of JSON-shaped values. */
@Singleton
final class SettingsReader {

    private static final String BASE = "/settings";

    private final Json json;
    private final Validator validator;

    SettingsReader(Json json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws Problem 400 that names each wrong field below {@code /settings} */
    <S extends Record> S read(Probe<S> probe, Map<String, Object> values) {
        S settings = json.convert(values, probe.settings(), BASE);
        List<FieldError> errors = validator.validate(settings).stream()
                .map(SettingsReader::error)
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return settings;
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder(BASE);
        for (Path.Node node : violation.getPropertyPath()) {
            // Where in a list or map something is wrong stands with what is wrong, not with the list.
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        return new FieldError(pointer.toString(), sentence(violation.getMessage()));
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }
}
