package io.bellwether.core.posture.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text with macros (RFC 7208, 7.1).
 *
 * @param pieces in order
 * @param tail what follows the last macro, or the whole text without one
 */
record MacroText(List<Piece> pieces, String tail) {

    private static final String LETTERS = "slodiphv";
    private static final String EXPLAINING_LETTERS = LETTERS + "crt";
    private static final int LONGEST_NAME = 253;

    /** A stretch of the text. */
    sealed interface Piece {

        record Literal(String text) implements Piece {}

        record Expanded(Macro macro) implements Piece {}
    }

    /** What a macro letter stands for in the message that is judged. */
    @FunctionalInterface
    interface Values {
        String of(char letter) throws SpfError;
    }

    /**
     * @param explaining whether it is the text of an explanation, which may hold spaces and some letters more
     * @return null when it breaks the grammar
     */
    static @Nullable MacroText parse(String text, boolean explaining) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        String letters = explaining ? EXPLAINING_LETTERS : LETTERS;
        int at = 0;
        int tail = 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character < (explaining ? ' ' : '!') || character > '~') {
                return null;
            }
            if (character != '%') {
                literal.append(character);
                at++;
                continue;
            }
            char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
            int end = next == '{' ? text.indexOf('}', at) + 1 : at + 2;
            if (next == '{') {
                Macro macro = end == 0 ? null : Macro.parse(text.substring(at + 2, end - 1), letters);
                if (macro == null) {
                    return null;
                }
                pieces.add(new Piece.Literal(literal.toString()));
                literal.setLength(0);
                pieces.add(new Piece.Expanded(macro));
            } else if (next == '%' || next == '_' || next == '-') {
                literal.append(next == '%' ? "%" : next == '_' ? " " : "%20");
            } else {
                return null;
            }
            at = end;
            tail = end;
        }
        pieces.add(new Piece.Literal(literal.toString()));
        return new MacroText(List.copyOf(pieces), text.substring(tail));
    }

    /** The same where a name is wanted: it ends in a macro or in a top label below which something is. */
    static @Nullable MacroText parseDomain(String text) {
        MacroText parsed = text.isEmpty() ? null : parse(text, false);
        boolean domain = parsed != null && (parsed.tail.isEmpty() || endsInTopLabel(parsed.tail));
        return domain ? parsed : null;
    }

    /** Whether it is the same whoever sends what. */
    boolean fixed() {
        return pieces.stream().allMatch(Piece.Literal.class::isInstance);
    }

    /** Its beginning, at most so many characters: the whole may be a hundred times as long as the text. */
    String expand(Values values, int most) throws SpfError {
        StringBuilder out = new StringBuilder();
        for (Piece piece : pieces) {
            if (out.length() >= most) {
                break;
            }
            out.append(expanded(piece, values));
        }
        return out.substring(0, Math.min(out.length(), most));
    }

    /** As a name in lower case, without the dot at its end, shortened from the left to what DNS takes. */
    String expandDomain(Values values) throws SpfError {
        String name = "";
        for (Piece piece : pieces.reversed()) {
            // One character and the dot at the end more are enough to tell where it is to be shortened.
            if (name.length() > LONGEST_NAME + 1) {
                break;
            }
            name = expanded(piece, values).toLowerCase(Locale.ROOT) + name;
        }
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (bare.length() <= LONGEST_NAME) {
            return bare;
        }
        int dot = bare.indexOf('.', bare.length() - LONGEST_NAME - 1);
        return bare.substring(dot < 0 ? bare.length() - LONGEST_NAME : dot + 1);
    }

    private static String expanded(Piece piece, Values values) throws SpfError {
        return switch (piece) {
            case Piece.Literal(String text) -> text;
            case Piece.Expanded(Macro macro) -> macro.applied(values.of(macro.letter()));
        };
    }

    private static boolean endsInTopLabel(String tail) {
        String bare = tail.endsWith(".") ? tail.substring(0, tail.length() - 1) : tail;
        int dot = bare.lastIndexOf('.');
        return dot >= 0 && isTopLabel(bare.substring(dot + 1));
    }

    /** Letters, digits and hyphens, not all digits, no hyphen at either end. */
    private static boolean isTopLabel(String label) {
        boolean plain = !label.isEmpty() && !label.startsWith("-") && !label.endsWith("-");
        boolean number = true;
        for (int i = 0; i < label.length(); i++) {
            char character = label.charAt(i);
            plain &= Ascii.isDigit(character) || Ascii.isLetter(character) || character == '-';
            number &= Ascii.isDigit(character);
        }
        return plain && !number;
    }
}
