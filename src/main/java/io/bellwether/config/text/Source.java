package io.bellwether.config.text;

import io.bellwether.platform.Problem.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a text says.
 *
 * @param value maps, lists, text, numbers, truth values and null, as JSON has them
 * @param places where each value stands, by its JSON Pointer (RFC 6901)
 * @param faults what the syntax allows and we do not, such as a field given twice
 */
public record Source(@Nullable Object value, Map<String, Place> places, List<FieldError> faults) {

    /** A fault of the value at this pointer, with the place of the value or of the nearest one around it. */
    public FieldError fault(String pointer, String detail) {
        for (String around = pointer; ; around = around.substring(0, around.lastIndexOf('/'))) {
            Place place = places.get(around);
            if (place != null) {
                return new FieldError(pointer, detail, place.line(), place.column());
            }
            if (around.indexOf('/') < 0) {
                return new FieldError(pointer, detail);
            }
        }
    }
}
