package io.bellwether.dashboard;

import io.bellwether.alert.Alert;
import io.bellwether.alert.voice.GlossaryEntry;
import java.util.List;

/**
 * @param vendorName as registered
 * @param facts the figures behind both texts
 * @param terms what the terms in both texts mean
 * @param people the addresses of those who are known, to whom it might be given
 */
public record AlertView(Alert alert, String vendorName, Figures facts, List<GlossaryEntry> terms, List<String> people) {

    /** Where a silence for this alert can be set. */
    public String silenceLink() {
        return SilenceLink.of(alert.labels());
    }

    public List<Choice> lengths() {
        return Choice.LENGTHS;
    }

    /** Why nobody is told of it now, and where more about that is. */
    public List<Choice> untold() {
        return alert.suppressedBy().stream().map(AlertView::reason).toList();
    }

    private static Choice reason(String reason) {
        String id = reason.substring(reason.indexOf(':') + 1);
        return switch (reason.substring(0, reason.length() - id.length())) {
            case "silence:" -> new Choice("/silences#silence-" + id, "it is silenced");
            case "inhibited-by:" -> new Choice("/alerts/" + id, "another alert explains it");
            case "maintenance:" -> new Choice("/maintenance#window-" + id, "its vendor works on its service");
            default -> new Choice("", reason);
        };
    }
}
