package io.bellwether.notify.pack;

import io.bellwether.core.Voices;
import java.util.ArrayList;
import java.util.List;

/** A pack as Markdown, in both voices. Names and texts come from outside: nothing in them is taken for Markdown or HTML. */
final class Markdown {

    private Markdown() {}

    static String of(JointPack pack) {
        List<String> lines = new ArrayList<>();
        lines.add("# Joint pack " + pack.month());
        lines.add("");
        lines.add((pack.complete() ? "The whole month" : "As far as the month is over") + ", " + pack.timeZone() + ".");
        pack.vendors().forEach(month -> {
            lines.add("");
            lines.add("## " + plain(month.name()));
            lines.add("");
            lines.add("- For the business: " + plain(month.summary().marketing()));
            lines.add("- For IT: " + plain(month.summary().it()));
            month.wins().forEach(win -> lines.add("- Went well: " + both(win)));
            month.openActions().forEach(action -> lines.add("- To do: " + both(action.text())));
        });
        return String.join("\n", lines) + "\n";
    }

    private static String both(Voices text) {
        return plain(text.marketing()) + " / " + plain(text.it());
    }

    private static String plain(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]()<>#|!~&])", "\\\\$1");
    }
}
