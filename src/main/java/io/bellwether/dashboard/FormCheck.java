package io.bellwether.dashboard;

import io.bellwether.platform.Violations;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;

/** Holds what comes from a form against the constraints that bodies of requests are held against. */
@Singleton
class FormCheck {

    private final Validator validator;

    FormCheck(Validator validator) {
        this.validator = validator;
    }

    /** @throws io.bellwether.platform.Problem 400 naming each wrong field */
    <T> T checked(T values) {
        var violations = validator.validate(values);
        if (!violations.isEmpty()) {
            throw Violations.problem(violations);
        }
        return values;
    }
}
