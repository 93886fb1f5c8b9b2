package io.bellwether.alert.voice;

import io.bellwether.core.Lens;
import io.bellwether.core.language.Jargon;
import io.bellwether.core.language.ReadingGrade;
import java.util.ArrayList;
import java.util.List;

/** Whether a text in the business voice is one that everybody understands. IT may speak as it likes. */
public final class PlainLanguage {

    private static final Jargon JARGON = jargon();

    private PlainLanguage() {}

    /** What is hard to understand, each with its cure. */
    public static List<String> faults(Lens lens, String text) {
        if (lens == Lens.IT) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        for (Jargon.Word word : JARGON.in(text)) {
            faults.add("'" + word.pattern().replace('#', 'N') + "' is jargon; say " + word.plainly() + " (word list "
                    + JARGON.version() + ").");
        }
        double grade = ReadingGrade.of(text);
        if (grade > ReadingGrade.PLAIN) {
            faults.add(
                    "It reads like grade " + grade + " of school; write shorter sentences with shorter words to get to "
                            + ReadingGrade.PLAIN + " or less.");
        }
        return faults;
    }

    static Jargon words() {
        return JARGON;
    }

    private static Jargon jargon() {
        List<List<String>> rows = Table.rows("jargon.txt");
        return new Jargon(
                rows.getFirst().getLast(),
                rows.stream()
                        .skip(1)
                        .map(cells -> new Jargon.Word(cells.getFirst(), cells.getLast()))
                        .toList());
    }
}
