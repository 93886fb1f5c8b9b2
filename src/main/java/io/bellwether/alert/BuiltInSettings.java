package io.bellwether.alert;

import io.bellwether.core.alert.rule.Bound;
import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a built-in rule can be tuned to. */
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
        if (change.selection() != null || change.description() != null) {
            throw Problem.badRequest(
                    "A built-in rule watches all vendors and keeps its description; make a rule of your own instead.");
        }
        return json.map(json.write(change.settings() == null ? rule.settings() : parse(rule, change.settings())));
    }

    /** @throws Problem 400 naming each wrong bound */
    Map<String, Bound> bounds(BuiltInRule rule, AlertRuleChange change) {
        Map<String, Bound> bounds = Objects.requireNonNullElse(change.bounds(), Map.of());
        refuse(RuleCheck.faults(rule.numbers(), bounds, ""));
        return bounds;
    }

    /** @throws Problem 400 naming each wrong field */
    RuleSettings parse(BuiltInRule rule, Map<String, Object> given) {
        RuleSettings settings = json.convert(given, rule.settings().getClass(), "/settings");
        List<FieldError> errors = validator.validate(settings).stream()
                .map(fault -> new FieldError("/settings/" + fault.getPropertyPath(), fault.getMessage()))
                .toList();
        refuse(errors);
        return settings;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
