package io.bellwether.probe.http;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Looks for a regular expression with a budget: an unlucky one needs exponential time on an unlucky body. */
final class BodyPattern {

    /** A fraction of a second's work; a simple pattern needs a few steps per character. */
    private static final int STEPS = 30_000_000;

    enum Result {
        FOUND,
        NOT_FOUND,
        TOO_COSTLY
    }

    /** A pattern that compiles. */
    static final class Rule implements io.bellwether.probe.Rule<String> {

        @Override
        public @Nullable String fault(String pattern) {
            try {
                Pattern.compile(pattern);
                return null;
            } catch (PatternSyntaxException e) {
                return "Is not a regular expression: " + e.getDescription() + " near position " + e.getIndex() + ".";
            }
        }
    }

    private BodyPattern() {}

    @SuppressWarnings("StackOverflowErrorCatch")
    static Result find(String pattern, String body) {
        try {
            return Pattern.compile(pattern)
                            .matcher(new Budgeted(body, new int[] {STEPS}))
                            .find()
                    ? Result.FOUND
                    : Result.NOT_FOUND;
        } catch (Exhausted | StackOverflowError e) {
            return Result.TOO_COSTLY;
        }
    }

    private static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exhausted() {
            super(null, null, false, false);
        }
    }

    private static final class Budgeted implements CharSequence {

        private final CharSequence text;
        private final int[] left;

        Budgeted(CharSequence text, int[] left) {
            this.text = text;
            this.left = left;
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new Exhausted();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Budgeted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
