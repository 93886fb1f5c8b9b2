package io.bellwether.probe.statuspage;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.statuspage.PageSummary.Incident;
import io.bellwether.probe.statuspage.Selection.Chosen;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a status page says about the components we depend on, as a verdict. */
final class Declaration {

    private Declaration() {}

    static Verdict judge(
            @Nullable PageSummary page, @Nullable List<String> wanted, WireResponse response, Instant now) {
        if (page == null || !page.complete()) {
            return StatusPageProbe.unknown(
                    response, Cause.UNEXPECTED_FORMAT, "The answer is JSON but no Statuspage summary.");
        }
        Selection selection = Selection.of(page, wanted);
        if (!selection.missing().isEmpty()) {
            return StatusPageProbe.unknown(
                    response,
                    Cause.NOT_CONFIGURED,
                    "The page has no component '" + String.join("', '", selection.missing()) + "'.");
        }
        Level declared = declared(page, selection);
        List<Incident> incidents = Objects.requireNonNullElse(page.incidents(), List.<Incident>of()).stream()
                .filter(incident -> !String.valueOf(incident.name()).startsWith("_"))
                .filter(selection::concerns)
                .toList();
        return new Verdict(
                outcome(declared),
                cause(declared),
                reason(declared, page, selection),
                response.phases(),
                DeclarationDetail.of(declared, page, selection, incidents),
                IncidentFindings.of(incidents, response.uri(), now));
    }

    /**
     * For chosen components the worst of their own words. For the whole page the vendor's overall word, because on a page
     * with a hundred components one is nearly always impaired; a green overall word does not outvote its components.
     */
    private static Level declared(PageSummary page, Selection selection) {
        Level overall =
                Level.ofIndicator(page.status() == null ? null : page.status().indicator());
        return selection.whole() && overall != Level.OPERATIONAL && overall != Level.UNKNOWN
                ? overall
                : selection.worst().orWorse(selection.whole() ? overall : Level.OPERATIONAL);
    }

    private static Outcome outcome(Level declared) {
        return switch (declared) {
            case OPERATIONAL, MAINTENANCE -> Outcome.UP;
            case UNKNOWN -> Outcome.UNKNOWN;
            case DEGRADED -> Outcome.DEGRADED;
            case PARTIAL_OUTAGE, MAJOR_OUTAGE -> Outcome.DOWN;
        };
    }

    private static Cause cause(Level declared) {
        return switch (declared) {
            case OPERATIONAL, MAINTENANCE -> Cause.OK;
            case UNKNOWN -> Cause.UNEXPECTED_FORMAT;
            case DEGRADED, PARTIAL_OUTAGE, MAJOR_OUTAGE -> Cause.DECLARED;
        };
    }

    private static String reason(Level declared, PageSummary page, Selection selection) {
        String affected = selection.components().stream()
                .filter(component -> component.level() != Level.OPERATIONAL)
                .limit(5)
                .map(Declaration::named)
                .collect(Collectors.joining(", "));
        String description =
                page.status() == null ? "" : String.valueOf(page.status().description());
        String words = affected.isEmpty() ? "'" + description + "'" : affected;
        return declared == Level.UNKNOWN
                ? "The page uses words we do not know: " + words + "."
                : "The vendor declares " + declared.word().replace('_', ' ') + ": " + words + ".";
    }

    private static String named(Chosen component) {
        return component.fullName() + " (" + component.word() + ")";
    }
}
