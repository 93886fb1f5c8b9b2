package io.bellwether.notify.pack;

import io.bellwether.core.Lens;
import io.bellwether.core.Voices;
import java.util.ArrayList;
import java.util.List;

/** A pack as plain lines, each vendor under its name. */
public final class PackText {

    private PackText() {}

    /** In both voices. */
    public static Voices of(JointPack pack) {
        return new Voices(of(pack, Lens.IT), of(pack, Lens.MARKETING));
    }

    private static String of(JointPack pack, Lens lens) {
        List<String> lines = new ArrayList<>();
        pack.vendors().forEach(month -> {
            lines.add(month.name() + ": " + month.summary().of(lens));
            month.wins().forEach(win -> lines.add("+ " + win.of(lens)));
            month.openActions()
                    .forEach(action -> lines.add(
                            "- To do" + assigned(action) + ": " + action.text().of(lens)));
        });
        return lines.isEmpty() ? "No vendor is registered." : String.join("\n", lines);
    }

    private static String assigned(VendorMonth.OpenAction action) {
        return action.assignee() == null ? "" : " for " + action.assignee();
    }
}
