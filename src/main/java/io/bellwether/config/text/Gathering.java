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

    /** Of all pointers together. */
    private static final long MOST_LETTERS = 100_000_000;

    private final Map<String, Place> places = new HashMap<>();
    private final List<FieldError> faults = new ArrayList<>();
    private int values;
    private long letters;

    /** @throws Problem 400 when there are more than {@value #MOST_VALUES}, as a few nested aliases can make them */
    void countOne() {
        values++;
        if (values > MOST_VALUES) {
            throw Problem.badRequest(
                    "The document holds more than " + MOST_VALUES + " values once its aliases are expanded.");
        }
    }

    /** @throws Problem 400 when where the values stand alone would fill the memory */
    void put(String pointer, Place place) {
        letters += pointer.length();
        if (letters > MOST_LETTERS) {
            throw Problem.badRequest("The names of the document's fields are too long for so many values.");
        }
        places.putIfAbsent(pointer, place);
    }

    /** The text, or null and a fault when it holds what is no character or is not kept. */
    @Nullable String text(String text, String pointer, Place place) {
        if (text.indexOf('\0') < 0 && text.codePoints().noneMatch(Gathering::isHalf)) {
            return text;
        }
        fault(pointer, "Must not hold the character NUL or half of one.", place);
        return null;
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
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
