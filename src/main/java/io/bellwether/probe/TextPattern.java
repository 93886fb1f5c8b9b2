package io.bellwether.probe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is looked for with a budget: an unlucky one needs exponential time on an unlucky text. The
 * budget is one for all the looking of an instance.
 */
public final class TextPattern {

    /** A fraction of a second's work; a simple pattern needs a few steps per character. */
    private static final int STEPS = 30_000_000;

    /** What looking for a pattern came to. */
    public enum Result {
        FOUND,
        NOT_FOUND,
        TOO_COSTLY
    }

    /** A pattern that compiles. */
    public static final class Compiles implements Rule<String> {

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

    private final Pattern pattern;
    private final int[] left = {STEPS};
    private int end;

    public TextPattern(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** Looks once for a pattern, somewhere in the text. */
    public static Result find(String pattern, String text) {
        return new TextPattern(pattern).in(text);
    }

    /** Looks somewhere in the text. */
    @SuppressWarnings("StackOverflowErrorCatch")
    public Result in(String text) {
        Matcher matcher = pattern.matcher(new Budgeted(text, left));
        try {
            if (!matcher.find()) {
                return Result.NOT_FOUND;
            }
        } catch (Exhausted | StackOverflowError e) {
            return Result.TOO_COSTLY;
        }
        end = matcher.end();
        return Result.FOUND;
    }

    /** What the first group matches, or the whole pattern when it has none; empty when it is not found or too costly. */
    @SuppressWarnings("StackOverflowErrorCatch")
    public static Optional<String> first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(new Budgeted(text, new int[] {STEPS}));
        try {
            return matcher.find()
                    ? Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())))
                    : Optional.empty();
        } catch (Exhausted | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** Where what was found last ends, exclusive. */
    public int end() {
        return end;
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
