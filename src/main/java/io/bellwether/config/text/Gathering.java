package io.bellwether.config.text;

import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is gathered while a text is read. */
final class Gathering {

    /** A register of ten thousand probes has about half as many. */
    private static final int MOST_VALUES = 500_000;

    private final Map<String, Place> places = new HashMap<>();
    private final List<FieldError> faults = new ArrayList<>();
    private int values;

    /** @throws Problem 400 when there are more than {@value #MOST_VALUES}, as a few nested aliases can make them */
    void countOne() {
        values++;
        if (values > MOST_VALUES) {
            throw Problem.badRequest(
                    "The document holds more than " + MOST_VALUES + " values once its aliases are expanded.");
        }
    }

    void put(String pointer, Place place) {
        places.putIfAbsent(pointer, place);
    }

    void fault(String pointer, String detail, Place place) {
        faults.add(new FieldError(pointer, detail, place.line(), place.column()));
    }

    void twice(String pointer, Place place) {
        Place first = places.get(pointer);
        fault(
                pointer,
                "Is given twice" + (first == null ? "." : "; the first is in line " + first.line() + "."),
                place);
    }

    Source source(@Nullable Object value) {
        return new Source(value, Map.copyOf(places), List.copyOf(faults));
    }

    /** @throws Problem 400, always */
    static Problem syntax(String detail, Place place) {
        return Problem.invalid(List.of(new FieldError("", detail, place.line(), place.column())));
    }

    static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
