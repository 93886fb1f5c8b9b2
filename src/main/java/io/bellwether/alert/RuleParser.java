package io.bellwether.alert;

import io.bellwether.alert.rule.CustomSettings;
import io.bellwether.alert.rule.RuleKind;
import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the settings of rules that people write, and says what is wrong with them. */
@Singleton
class RuleParser {

    private static final String SETTINGS = "/settings";

    private final Json json;
    private final Validator validator;

    RuleParser(Json json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws Problem 400 naming each wrong field below {@code base} */
    CustomSettings settings(RuleKind kind, @Nullable Map<String, Object> given, String base) {
        CustomSettings settings = json.convert(given == null ? Map.of() : given, kind.settings(), base + SETTINGS);
        check(
                validator.validate(settings).stream()
                        .map(fault -> new FieldError(
                                "/" + fault.getPropertyPath().toString().replace('.', '/'), fault.getMessage()))
                        .sorted(Comparator.comparing(FieldError::pointer))
                        .toList(),
                base);
        check(settings.faults(), base);
        return settings;
    }

    /** As they are kept and shown. */
    Map<String, Object> shown(CustomSettings settings) {
        Map<String, Object> shown = json.map(json.write(settings));
        shown.values().removeIf(Objects::isNull);
        return shown;
    }

    private static void check(List<FieldError> faults, String base) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults.stream()
                    .map(fault -> new FieldError(base + SETTINGS + fault.pointer(), fault.detail()))
                    .toList());
        }
    }
}
