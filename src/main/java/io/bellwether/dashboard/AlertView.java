package io.bellwether.dashboard;

import io.bellwether.alert.Alert;
import io.bellwether.alert.voice.GlossaryEntry;
import java.util.List;

/**
 * @param vendorName as registered
 * @param facts the figures behind both texts
 * @param terms what the terms in both texts mean
 */
public record AlertView(Alert alert, String vendorName, Figures facts, List<GlossaryEntry> terms) {

    /** Where a silence for this alert can be set. */
    public String silenceLink() {
        return SilenceLink.of(alert.labels());
    }
}
