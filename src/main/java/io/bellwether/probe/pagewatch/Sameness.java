package io.bellwether.probe.pagewatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When two passages say the same: letters and digits count, typesetting does not. Nor do marks that are made anew at each visit,
 * counters, and dates where they only say when the page was changed.
 */
final class Sameness {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Set<String> MONTHS = words("""
            january february march april may june july august september october november december
            jan feb mar apr jun jul aug sep sept oct nov dec
            januar jänner februar märz mai juni juli oktober dezember dez okt
            janvier février mars avril juin juillet août septembre octobre novembre décembre
            enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
            gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
            januari februari maart mei augustus janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
            """);

    /** Before a date that says when something was written rather than what. */
    private static final Set<String> CUES = words("""
            updated update effective revised revision modified modification version published reviewed dated copyright
            stand aktualisiert aktualisierung gültig geändert änderung fassung datum
            mise jour vigueur modifiée version
            actualización actualizado actualizada vigor vigencia
            aggiornamento aggiornata aggiornato bijgewerkt atualizado atualização
            """);

    private static final Set<String> COUNTED =
            words("views downloads visitors likes shares comments reads followers stars online");
    private static final Set<String> SPANS = words("second seconds minute minutes min mins hour hours day days");
    private static final Set<String> CONNECTORS = words("of de the");

    /** May stand between a cue and its date. */
    private static final Set<String> LINKS = words("""
            date on as of the from in at since by and was this page policy document
            am ab dem den der vom seit zum
            le la du des à au depuis partir compter
            el de del desde a il dal op van per em do da
            """);

    /** A passage with no more words than that beside its date says nothing but the date. */
    private static final int FEW = 3;

    private static final String DATE = "\u0001";
    private static final String NUMBER = "\u0002";
    private static final String MARK = "\u0003";

    private Sameness() {}

    /** Equal for passages that say the same. */
    static String key(String passage) {
        String lower = passage.toLowerCase(Locale.ROOT);
        if (lower.indexOf('-') >= 0) {
            lower = UUID.matcher(lower).replaceAll(" ");
        }
        List<String> words = split(lower);
        boolean digits = words.stream().anyMatch(Sameness::hasDigit);
        if (digits) {
            maskCounters(words);
            maskMarks(words);
            maskDates(words, passage.indexOf('|') >= 0 || passage.indexOf('©') >= 0 || lower.contains("(c)"));
        }
        return String.join(" ", words);
    }

    /** Numbers keep what parts their digits, so that 1.5 is not 15. */
    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isWordCharacter(c) || partsDigits(text, i)) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.CURRENCY_SYMBOL
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || c == '%';
    }

    private static boolean partsDigits(String text, int i) {
        return ".,:/-".indexOf(text.charAt(i)) >= 0
                && i > 0
                && i + 1 < text.length()
                && Character.isDigit(text.charAt(i - 1))
                && Character.isDigit(text.charAt(i + 1));
    }

    private static void maskCounters(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean ago = i + 2 < words.size()
                    && SPANS.contains(words.get(i + 1))
                    && (words.get(i + 2).equals("ago") || words.get(i + 2).equals("read"));
            if (isNumber(words.get(i)) && (ago || COUNTED.contains(words.get(i + 1)))) {
                words.set(i, NUMBER);
            }
        }
    }

    private static void maskMarks(List<String> words) {
        words.replaceAll(word -> isMark(word) ? MARK : word);
    }

    /** Long, and changing between letters and digits more often than any name does. */
    private static boolean isMark(String word) {
        if (word.length() < 8) {
            return false;
        }
        int turns = 0;
        for (int i = 1; i < word.length(); i++) {
            turns += Character.isDigit(word.charAt(i)) != Character.isDigit(word.charAt(i - 1)) ? 1 : 0;
        }
        return turns >= 3 && word.chars().allMatch(Character::isLetterOrDigit);
    }

    /** @param row whether it is a row of a table or a notice of copyright, in which a date never is the point */
    private static void maskDates(List<String> words, boolean row) {
        boolean[] dates = dates(words);
        int others = 0;
        for (boolean date : dates) {
            others += date ? 0 : 1;
        }
        if (row && others == dates.length) {
            markYears(words, dates);
        }
        boolean all = row || others <= FEW;
        boolean masking = false;
        List<String> masked = new ArrayList<>();
        for (int i = 0; i < dates.length; i++) {
            boolean begins = dates[i] && (i == 0 || !dates[i - 1]);
            if (begins) {
                masking = all || hasCue(words, i);
            }
            if (!dates[i] || !masking) {
                masked.add(words.get(i));
            } else if (begins) {
                masked.add(DATE);
            }
        }
        words.clear();
        words.addAll(masked);
    }

    private static boolean hasCue(List<String> words, int date) {
        int before = date - 1;
        while (before >= 0 && (LINKS.contains(words.get(before)) || isNumber(words.get(before)))) {
            before--;
        }
        return before >= 0 && CUES.contains(words.get(before));
    }

    private static void markYears(List<String> words, boolean[] dates) {
        for (int i = 0; i < dates.length; i++) {
            dates[i] = isYear(words.get(i)) || isYears(words.get(i));
        }
    }

    private static boolean[] dates(List<String> words) {
        boolean[] dates = new boolean[words.size()];
        for (int i = 0; i < dates.length; i++) {
            if (isNumericDate(words.get(i))) {
                dates[i] = true;
            } else if (MONTHS.contains(words.get(i))) {
                boolean before = mark(words, dates, i, -1);
                boolean after = mark(words, dates, i, 1);
                dates[i] = before || after;
            }
        }
        return dates;
    }

    /** Marks the day and the year beside a month. */
    private static boolean mark(List<String> words, boolean[] dates, int month, int step) {
        boolean found = false;
        int numbers = 0;
        for (int i = month + step; i >= 0 && i < dates.length && numbers < 2; i += step) {
            if (isDay(words.get(i)) || isYear(words.get(i))) {
                dates[i] = true;
                found = true;
                numbers++;
            } else if (!CONNECTORS.contains(words.get(i)) || Math.abs(i - month) > 2) {
                break;
            }
        }
        for (int i = month + step;
                found && i >= 0 && i < dates.length && CONNECTORS.contains(words.get(i));
                i += step) {
            dates[i] = true;
        }
        return found;
    }

    private static boolean isDay(String word) {
        int digits = 0;
        while (digits < word.length() && digits < 3 && isDigit(word.charAt(digits))) {
            digits++;
        }
        String rest = word.substring(digits);
        return digits >= 1
                && digits <= 2
                && Integer.parseInt(word.substring(0, digits)) <= 31
                && (rest.isEmpty() || Set.of("st", "nd", "rd", "th", "er", "º").contains(rest));
    }

    private static boolean isYear(String word) {
        return word.length() == 4
                && (word.startsWith("19") || word.startsWith("20"))
                && word.chars().allMatch(c -> isDigit((char) c));
    }

    private static boolean isYears(String word) {
        return word.length() == 9 && isYear(word.substring(0, 4)) && isYear(word.substring(5));
    }

    /** Three numbers with one kind of mark between them. */
    private static boolean isNumericDate(String word) {
        int marks = 0;
        char mark = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (isDigit(c)) {
                continue;
            }
            if (".-/".indexOf(c) < 0 || (mark != 0 && c != mark)) {
                return false;
            }
            mark = c;
            marks++;
        }
        return marks == 2 && word.length() >= 6 && word.length() <= 10;
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty()
                && isDigit(word.charAt(0))
                && word.chars().allMatch(c -> isDigit((char) c) || c == ',' || c == '.');
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Set<String> words(String text) {
        return Stream.of(text.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
    }
}
