package io.bellwether.alert;

import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;

/** What a built-in rule's settings become by a change. */
@Singleton
class BuiltInSettings {

    private final Validator validator;
    private final Json json;

    BuiltInSettings(Validator validator, Json json) {
        this.validator = validator;
        this.json = json;
    }

    /** @throws Problem 400 naming each wrong field */
    Map<String, Object> settings(BuiltInRule rule, AlertRuleChange change) {
        if (change.selection() != null || change.bounds() != null || change.description() != null) {
            throw Problem.badRequest(
                    "A built-in rule watches all vendors and keeps its description; make a rule of your own instead.");
        }
        if (change.settings() == null) {
            return json.map(json.write(rule.settings()));
        }
        RuleSettings settings = json.convert(change.settings(), rule.settings().getClass(), "/settings");
        List<FieldError> errors = validator.validate(settings).stream()
                .map(fault -> new FieldError("/settings/" + fault.getPropertyPath(), fault.getMessage()))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return json.map(json.write(settings));
    }
}
