package io.bellwether.probe.http;

import io.bellwether.probe.Rule;
import io.bellwether.probe.TextPattern;
import org.jspecify.annotations.Nullable;

/** The value of a comparison is one that its operation can compare with. */
final class JsonValueFits implements Rule<JsonCheck> {

    @Override
    @SuppressWarnings("ConstantValue") // Operation and path are null where other constraints will say so.
    public @Nullable String fault(JsonCheck check) {
        JsonOperation operation = check.op();
        Object value = check.value();
        if (operation == null) {
            return null;
        }
        if (!operation.needsValue()) {
            return value == null ? null : operation + " takes no value; leave it out.";
        }
        if (value == null) {
            return operation + " needs a value to compare with.";
        }
        if (operation.orders() && JsonValues.number(value) == null) {
            return operation + " needs a number as its value.";
        }
        if (operation != JsonOperation.MATCHES) {
            return null;
        }
        return value instanceof String pattern
                ? new TextPattern.Compiles().fault(pattern)
                : "MATCHES needs a regular expression as its value.";
    }
}
