package io.bellwether.dashboard;

import io.bellwether.alert.AlertQuery;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Severity;
import io.bellwether.platform.Problem;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a visitor wants to see; null and empty mean no wish.
 *
 * @param state {@code open}, {@code resolved} or {@code all}; open without a wish
 * @param vendor a vendor's slug
 * @param after the cursor of the page before
 */
public record AlertsRequest(
        @QueryParam("state") @Nullable String state,
        @QueryParam("severity") @Nullable String severity,
        @QueryParam("vendor") @Nullable String vendor,
        @QueryParam("after") @Nullable String after) {

    private static final int PAGE_SIZE = 50;

    AlertQuery query() {
        return new AlertQuery(conditions(), chosenSeverity(), given(vendor), null, null, null, PAGE_SIZE, given(after));
    }

    public List<String> states() {
        return List.of("open", "resolved", "all");
    }

    public boolean shows(String name) {
        return name.equals(state == null || state.isBlank() ? "open" : state);
    }

    public boolean showsSeverity(Severity other) {
        return other.name().equalsIgnoreCase(severity);
    }

    public boolean showsVendor(String slug) {
        return slug.equals(vendor);
    }

    public boolean filtered() {
        return given(severity) != null || given(vendor) != null || !shows("open");
    }

    /** The address of these alerts, from a cursor on. */
    public String link(@Nullable String from) {
        return "/alerts?state=" + encoded(state) + "&severity=" + encoded(severity) + "&vendor=" + encoded(vendor)
                + (from == null ? "" : "&after=" + encoded(from));
    }

    private Set<Condition> conditions() {
        if (shows("open")) {
            return Set.of(Condition.FIRING, Condition.RECOVERING);
        }
        return shows("resolved") ? Set.of(Condition.RESOLVED) : AlertQuery.ANY;
    }

    private @Nullable Severity chosenSeverity() {
        String wish = given(severity);
        if (wish == null) {
            return null;
        }
        return Arrays.stream(Severity.values())
                .filter(other -> other.name().equalsIgnoreCase(wish))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("severity", "Must be CRITICAL, WARNING or INFO."));
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static String encoded(@Nullable String value) {
        return value == null ? "" : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
