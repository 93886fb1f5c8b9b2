package io.bellwether.dashboard;

import io.bellwether.alert.Alert;
import io.bellwether.core.alert.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of alerts, newest first.
 *
 * @param next the cursor of the next page; null at the end
 * @param vendors names by slug, in the order of the names
 */
public record AlertsView(
        List<Alert> alerts, @Nullable String next, Map<String, String> vendors, AlertsRequest request) {

    public String vendorName(Alert alert) {
        return name(alert, vendors);
    }

    /** @param vendors names by slug */
    static String name(Alert alert, Map<String, String> vendors) {
        String vendor = alert.vendor();
        return vendor == null ? "Bellwether itself" : vendors.getOrDefault(vendor, vendor);
    }

    public List<Severity> severities() {
        return List.of(Severity.values());
    }
}
