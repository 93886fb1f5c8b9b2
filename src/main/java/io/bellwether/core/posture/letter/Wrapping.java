package io.bellwether.core.posture.letter;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of at most {@value #WIDTH} characters, which every mail program shows as they are. */
final class Wrapping {

    static final int WIDTH = 76;

    private Wrapping() {}

    /**
     * @param text words with single spaces between them; one that is longer than a line is broken
     * @param first what the first line begins with
     * @param next what the others begin with, as long as the first
     */
    static List<String> lines(String text, String first, String next) {
        int room = WIDTH - first.length();
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ", -1)) {
            int length = word.codePointCount(0, word.length());
            if (used > 0 && used + 1 + length > room) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            String rest = word;
            while (length > room) {
                int end = rest.offsetByCodePoints(0, room);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
                length -= room;
            }
            line.append(rest);
            used += length;
        }
        lines.add(line.toString());
        List<String> begun = new ArrayList<>();
        lines.forEach(each -> begun.add((begun.isEmpty() ? first : next) + each));
        return begun;
    }
}
