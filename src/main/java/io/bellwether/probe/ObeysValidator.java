package io.bellwether.probe;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/** Asks the rule that an {@link Obeys} names. */
public final class ObeysValidator implements ConstraintValidator<Obeys, Object> {

    private Rule<Object> rule = _ -> null;

    @Override
    public void initialize(Obeys constraint) {
        rule = instance(constraint.value());
    }

    @Override
    public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
        String fault = value == null ? null : rule.fault(value);
        if (fault == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        var violation = context.buildConstraintViolationWithTemplate(literal(fault));
        if (rule.component().isEmpty()) {
            violation.addConstraintViolation();
        } else {
            violation.addPropertyNode(rule.component()).addConstraintViolation();
        }
        return false;
    }

    /** The words may quote what the user has written; it must not be taken for an expression. */
    private static String literal(String words) {
        return words.replaceAll("([\\\\{}$])", "\\\\$1");
    }

    @SuppressWarnings("unchecked")
    private static Rule<Object> instance(Class<? extends Rule<?>> type) {
        try {
            Constructor<? extends Rule<?>> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Rule<Object>) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be used as a rule", e);
        }
    }
}
