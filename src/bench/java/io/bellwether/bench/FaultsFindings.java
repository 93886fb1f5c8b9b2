package io.bellwether.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of it, as figures.
 *
 * @param requests answered by the target
 */
record FaultsFindings(FaultsLedger ledger, FaultsCounts counts, long requests) {

    /** What was being requested at the moment of the kill and at the two stops is lost or done again; a second's load at most. */
    private static final long IN_FLIGHT = 30;

    /** The due time could not be claimed in time, or somebody else had claimed it before. */
    private static final String RUN_LATE = "(started_at > due_at + interval '1 second')";

    /** Nothing delays a run by as much as the wrong clock is off. */
    private static final String IMPOSSIBLE = "AND started_at > due_at + interval '2 minutes'";

    /** Towards the end of a stop PostgreSQL may already work. */
    private static final Duration RETURN = Duration.ofSeconds(5);

    void tell(Report report) {
        report.told("faults: due times", String.valueOf(ledger.expected()), "");
        report.told("faults: observations stored", String.valueOf(ledger.observations("")), "");
        report.atMost("faults: observations stored twice", 0, ledger.doubles(), "observations");
        tellMissing(report);
        tellBlame(report);
        tellTimes(report);
        tellRequests(report);
    }

    private void tellMissing(Report report) {
        List<Instant> missing = ledger.missing();
        long explained =
                missing.stream().filter(ledger.timeline()::withoutDatabase).count();
        report.told(
                "faults: due times without observation while PostgreSQL was stopped", String.valueOf(explained), "");
        report.atMost("faults: other due times without observation", 0, missing.size() - explained, "due times");
        report.told("faults: due times that the nodes counted as skipped", Report.number(counts.skipped()), "");
        report.atMost(
                "faults: without observation and not counted",
                0,
                Math.max(0, missing.size() - counts.skipped()),
                "due times");
    }

    private void tellBlame(Report report) {
        report.told("faults: outcomes", ledger.outcomes(), "");
        report.atMost("faults: observations DOWN", 0, ledger.observations("AND outcome = 'DOWN'"), "observations");
        report.atMost("faults: alerts opened", 0, ledger.alerts(), "alerts");
    }

    private void tellTimes(Report report) {
        report.atMost("faults: due times off their probe's grid", 0, ledger.offGrid(), "observations");
        report.told("faults: lateness at the node with the right clock", ledger.lateness("A"), "");
        report.told("faults: lateness at the node 5 minutes off", ledger.lateness("B"), "");
        report.atMost("faults: runs recorded with the wrong clock", 0, ledger.observations(IMPOSSIBLE), "observations");
    }

    private void tellRequests(Report report) {
        FaultsTimeline timeline = ledger.timeline();
        report.told(
                "faults: due while PostgreSQL was stopped, probed in time and stored afterwards",
                timeline.away().stream()
                        .map(away -> ledger.observations("AND NOT " + RUN_LATE + dueIn(away.shortened(RETURN))))
                        .map(String::valueOf)
                        .collect(Collectors.joining(" and ")),
                "");
        report.told("faults: due times run late", String.valueOf(ledger.observations("AND " + RUN_LATE)), "");
        report.told(
                "faults: of those, taken over from the killed node",
                String.valueOf(ledger.observations("AND " + RUN_LATE + dueIn(timeline.atTheKill()))),
                "");
        report.told("faults: results refused since another run was stored", Report.number(counts.refused()), "");
        report.told("faults: requests answered", String.valueOf(requests), "");
        report.atMost(
                "faults: of those, told of by no observation", IN_FLIGHT, requests - ledger.answered(), "requests");
    }

    private static String dueIn(FaultsWindow window) {
        return " AND due_at >= '%s' AND due_at < '%s'".formatted(window.from(), window.to());
    }
}
