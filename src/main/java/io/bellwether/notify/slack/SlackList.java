package io.bellwether.notify.slack;

import io.bellwether.notify.Telling;
import java.util.ArrayList;
import java.util.List;

/** Alerts one per line, in as few sections as they need. */
final class SlackList {

    private static final int LONGEST_LINE = 400;
    /** With two voices of the first alert before them they stay below what Slack takes in all. */
    private static final int MOST_SECTIONS = 2;

    private static final int ROOM_FOR_REST = 40;

    private SlackList() {}

    /** @param more how many there are beside these */
    static List<String> sections(List<Telling> tellings, int more) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        int shown = 0;
        for (Telling telling : tellings) {
            String line = line(telling);
            if (section.length() + line.length() + ROOM_FOR_REST > SlackMessage.LONGEST_SECTION) {
                if (sections.size() + 1 == MOST_SECTIONS) {
                    break;
                }
                sections.add(section.toString());
                section.setLength(0);
            }
            section.append(line);
            shown++;
        }
        int rest = tellings.size() - shown + more;
        if (rest > 0) {
            section.append("… and ").append(rest).append(" more");
        }
        if (!section.isEmpty()) {
            sections.add(section.toString().stripTrailing());
        }
        return sections;
    }

    private static String line(Telling telling) {
        String title = SlackText.escaped(telling.title(), LONGEST_LINE);
        return SlackMessage.symbol(telling.happening(), telling.severity()) + " " + title + telling.mark() + "\n";
    }
}
