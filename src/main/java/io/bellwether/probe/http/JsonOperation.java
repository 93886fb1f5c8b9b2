package io.bellwether.probe.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What can be asked of a value in a JSON body. Numbers are compared as numbers: 1 equals 1.0, and 9 is less than 10. */
enum JsonOperation {
    EQ(""),
    NE("other than "),
    /** Orders numbers, and texts that are written as numbers. */
    LT("less than "),
    LE("at most "),
    GT("more than "),
    GE("at least "),
    /** A text in a text, or an element in an array. */
    CONTAINS("something with "),
    /** A regular expression to be found in the value's text. */
    MATCHES("something that matches "),
    /** The path leads somewhere, if only to null. */
    EXISTS(""),
    ABSENT("");

    private final String words;

    JsonOperation(String words) {
        this.words = words;
    }

    /** As it reads before the value that was wanted. */
    String words() {
        return words;
    }

    boolean orders() {
        return this == LT || this == LE || this == GT || this == GE;
    }

    boolean needsValue() {
        return this != EXISTS && this != ABSENT;
    }

    /** For those that compare two values. */
    boolean holds(@Nullable Object found, Object wanted) {
        return switch (this) {
            case EQ -> JsonValues.equal(found, wanted);
            case NE -> !JsonValues.equal(found, wanted);
            case LT -> ordered(found, wanted, sign -> sign < 0);
            case LE -> ordered(found, wanted, sign -> sign <= 0);
            case GT -> ordered(found, wanted, sign -> sign > 0);
            case GE -> ordered(found, wanted, sign -> sign >= 0);
            case CONTAINS -> contains(found, wanted);
            case MATCHES, EXISTS, ABSENT -> throw new IllegalStateException(this + " compares no two values");
        };
    }

    private static boolean ordered(@Nullable Object found, Object wanted, IntPredicate sign) {
        BigDecimal left = JsonValues.number(found);
        BigDecimal right = JsonValues.number(wanted);
        return left != null && right != null && sign.test(left.compareTo(right));
    }

    private static boolean contains(@Nullable Object found, Object wanted) {
        return found instanceof List<?> list
                ? list.stream().anyMatch(element -> JsonValues.equal(element, wanted))
                : found instanceof String text && text.contains(JsonValues.text(wanted));
    }
}
