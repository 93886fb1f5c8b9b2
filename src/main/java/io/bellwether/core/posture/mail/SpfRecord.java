package io.bellwether.core.posture.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A record by the grammar of RFC 7208, 12.
 *
 * @param directives in order
 * @param redirect whose record to go on with when none matches
 * @param explanation where the words for a failure are
 * @param faults what breaks the grammar, one sentence each, at most ten; one is enough for the record to be useless
 */
record SpfRecord(
        List<Directive> directives,
        @Nullable MacroText redirect,
        @Nullable MacroText explanation,
        List<String> faults) {

    private static final String VERSION = "v=spf1";
    private static final int MOST_FAULTS = 10;

    /** @param result of a sender that the mechanism matches */
    record Directive(SpfResult result, Mechanism mechanism) {}

    /** Whether a text claims to be such a record: other texts are none of our business (RFC 7208, 4.5). */
    static boolean isSpf(String text) {
        return text.regionMatches(true, 0, VERSION, 0, VERSION.length())
                && (text.length() == VERSION.length() || text.charAt(VERSION.length()) == ' ');
    }

    /** Reads whatever it is given; what it cannot read is a fault. */
    static SpfRecord parse(String text) {
        List<Directive> directives = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        MacroText redirect = null;
        MacroText explanation = null;
        if (!isSpf(text)) {
            faults.add("It does not begin with v=spf1.");
        }
        if (text.length() >= DnsAnswer.LONGEST_TEXT) {
            faults.add("It is longer than " + (DnsAnswer.LONGEST_TEXT - 1) + " characters.");
            return new SpfRecord(List.of(), null, null, faults);
        }
        for (String term :
                text.substring(Math.min(VERSION.length(), text.length())).split(" ", -1)) {
            if (term.isEmpty()) {
                continue;
            }
            String name = modifierName(term);
            if (name == null) {
                Directive directive = SpfTerm.directive(term);
                if (directive == null) {
                    fault(faults, "No mechanism can be read from " + Words.quoted(term) + ".");
                } else {
                    directives.add(directive);
                }
                continue;
            }
            String value = term.substring(name.length() + 1);
            boolean named = name.equals("redirect") || name.equals("exp");
            MacroText read = named ? MacroText.parseDomain(value) : MacroText.parse(value, false);
            if (read == null) {
                fault(faults, "The value of " + Words.quoted(term) + " cannot be read.");
            } else if (name.equals("redirect") && redirect == null) {
                redirect = read;
            } else if (name.equals("exp") && explanation == null) {
                explanation = read;
            } else if (named) {
                fault(faults, name + " is set twice.");
            }
        }
        return new SpfRecord(List.copyOf(directives), redirect, explanation, List.copyOf(faults));
    }

    /** Whether it lets nobody send: one directive, and that fails everyone. */
    boolean refusesEveryone() {
        return directives.size() == 1
                && faults.isEmpty()
                && directives.getFirst().mechanism() instanceof Mechanism.All
                && directives.getFirst().result() == SpfResult.FAIL;
    }

    /** The name before an equals sign, in lower case; null when the term is no modifier. */
    private static @Nullable String modifierName(String term) {
        int equals = term.indexOf('=');
        if (equals < 1 || !Ascii.isLetter(term.charAt(0))) {
            return null;
        }
        for (int i = 1; i < equals; i++) {
            char character = term.charAt(i);
            if (!Ascii.isLetter(character) && !Ascii.isDigit(character) && "-_.".indexOf(character) < 0) {
                return null;
            }
        }
        return term.substring(0, equals).toLowerCase(Locale.ROOT);
    }

    private static void fault(List<String> faults, String sentence) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(sentence);
        }
    }
}
