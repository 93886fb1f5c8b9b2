package io.bellwether.probe.statuspage;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.statuspage.format.Coverage;
import io.bellwether.probe.statuspage.format.Incident;
import io.bellwether.probe.statuspage.format.Level;
import io.bellwether.probe.statuspage.format.Maintenance;
import io.bellwether.probe.statuspage.format.Overall;
import io.bellwether.probe.statuspage.format.StatusPage;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a status page says about the components we depend on, as a verdict. */
final class Declaration {

    /** How long after its end an incident is still told of, so that its end is. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final Selection selection;
    private final Level declared;
    private final List<Incident> incidents;
    private final List<Maintenance> maintenances;

    private Declaration(Selection selection, Instant now) {
        this.selection = selection;
        this.incidents = selection.page().incidents().stream()
                .filter(incident -> selection.concerns(incident.notice().scope()))
                .filter(incident -> incident.open() || news(incident, now))
                .toList();
        this.maintenances = selection.page().maintenances().stream()
                .filter(work -> selection.concerns(work.notice().scope()))
                .toList();
        Level level = level(selection);
        boolean covered = maintenances.stream().anyMatch(work -> work.covers(now));
        this.declared = level == Level.OPERATIONAL && covered ? Level.MAINTENANCE : level;
    }

    /** @param origin what is said of where the page was read */
    static Verdict judge(
            StatusPage page, Wanted wanted, WireResponse response, Map<String, Object> origin, Instant now) {
        String fault = Unknowns.fault(page, wanted);
        if (fault != null) {
            return Refusal.unknown(response, Cause.NOT_CONFIGURED, fault, origin);
        }
        Selection selection = Selection.of(page, wanted);
        if (selection.isOfNothing()) {
            return Refusal.unknown(
                    response, Cause.NOT_CONFIGURED, "The page has none of these components in these regions.", origin);
        }
        return new Declaration(selection, now).verdict(response, origin, now);
    }

    private Verdict verdict(WireResponse response, Map<String, Object> origin, Instant now) {
        boolean elsewhere =
                selection.page().divided() && selection.wanted().all() && declared.compareTo(Level.MAINTENANCE) > 0;
        DeclarationReason words = new DeclarationReason(declared, selection, incidents, maintenances);
        Map<String, Object> detail = new LinkedHashMap<>(origin);
        detail.putAll(DeclarationDetail.of(declared, selection, incidents, maintenances));
        return new Verdict(
                elsewhere ? Outcome.UNKNOWN : outcome(declared),
                elsewhere ? Cause.NOT_CONFIGURED : cause(declared),
                elsewhere ? words.asking() : words.sentence(),
                response.phases(),
                detail,
                elsewhere ? List.of() : NoticeFindings.of(selection, incidents, maintenances, response.uri(), now));
    }

    /**
     * For chosen components the worst of their own words. For the whole page the vendor's overall word, because on a page
     * with a hundred components one is nearly always impaired; a green overall word, or one of planned work, does not outvote its
     * components.
     */
    private static Level level(Selection selection) {
        Overall said = selection.page().overall();
        boolean silent = said == null && selection.page().coverage() == Coverage.LISTED;
        if (silent && selection.components().isEmpty()) {
            return Level.UNKNOWN;
        }
        Level overall = said == null || !selection.wanted().all() ? Level.OPERATIONAL : said.level();
        return overall.compareTo(Level.UNKNOWN) > 0
                ? overall
                : selection.worst().orWorse(overall);
    }

    private static boolean news(Incident incident, Instant now) {
        Instant end = incident.notice().period().end();
        return end != null && end.plus(NEWS).isAfter(now);
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
            case OPERATIONAL -> Cause.OK;
            case UNKNOWN -> Cause.UNEXPECTED_FORMAT;
            case MAINTENANCE, DEGRADED, PARTIAL_OUTAGE, MAJOR_OUTAGE -> Cause.DECLARED;
        };
    }
}
