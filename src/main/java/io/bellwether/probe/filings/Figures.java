package io.bellwether.probe.filings;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.ProbeContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a company's figures, but only when it has filed a report since they were read. */
final class Figures {

    private static final Set<String> PERIODIC =
            Set.of("10-K", "10-K/A", "10-KT", "10-KT/A", "10-Q", "10-Q/A", "10-QT", "20-F", "20-F/A", "40-F", "40-F/A");

    /** The figures of a report may be published after it; some amendments have none. */
    private static final Duration PATIENCE = Duration.ofDays(3);

    private static final Duration BETWEEN = Duration.ofHours(6);

    private final FilingsClient client;
    private final Filers filers;

    Figures(FilingsClient client, Filers filers) {
        this.client = client;
        this.filers = filers;
    }

    /**
     * Reads and keeps them where there is news.
     *
     * @return what was done, for the evidence
     * @throws WireFailure UNKNOWN when they should have been read and could not be
     */
    String refresh(long cik, List<Filing> filings, ProbeContext context) throws WireFailure {
        Optional<Filing> newest = filings.stream()
                .filter(filing -> PERIODIC.contains(filing.form()) && FilingEvents.isAccession(filing.accession()))
                .findFirst();
        if (newest.isEmpty()) {
            return "no periodic report among them";
        }
        Filing report = newest.get();
        Optional<Filers.Reading> last = filers.last(cik);
        if (last.isPresent() && !due(last.get(), report, context.startedAt())) {
            return "figures read " + last.get().at();
        }
        CompanyFacts facts = read(cik, context);
        boolean complete = facts.equals(CompanyFacts.NONE) || facts.accessions().contains(report.accession());
        filers.keep(cik, facts, new Filers.Reading(report.accession(), complete, context.startedAt()));
        return facts.facts().size() + " figures read";
    }

    static boolean due(Filers.Reading last, Filing newest, Instant now) {
        if (!last.report().equals(newest.accession())) {
            return true;
        }
        return !last.complete()
                && fresh(newest, now)
                && !last.at().plus(BETWEEN).isAfter(now);
    }

    private static boolean fresh(Filing report, Instant now) {
        LocalDate filed = Dates.day(report.filingDate());
        return filed != null
                && filed.atStartOfDay(ZoneOffset.UTC).toInstant().plus(PATIENCE).isAfter(now);
    }

    private CompanyFacts read(long cik, ProbeContext context) throws WireFailure {
        WireResponse response;
        try {
            response = client.companyFacts(cik, context);
        } catch (WireFailure e) {
            if (e.failureCause() == Cause.BODY_TOO_LARGE) {
                return CompanyFacts.NONE;
            }
            throw e;
        }
        return response.status() == 404 ? CompanyFacts.NONE : read(cik, response);
    }

    /** The answer's figures; a company without any is answered with 404. */
    static CompanyFacts read(long cik, WireResponse response) throws WireFailure {
        if (response.status() != 200) {
            Cause cause =
                    response.status() == 403 || response.status() == 429 ? Cause.CIRCUIT_OPEN : Cause.UNEXPECTED_STATUS;
            throw unknown(cause, "The SEC answered with status " + response.status() + ".", response);
        }
        try {
            CompanyFacts facts = CompanyFactsReader.read(response.body().bytes());
            if (facts.cik() != 0 && facts.cik() != cik) {
                throw unknown(Cause.UNEXPECTED_FORMAT, "They are those of CIK " + facts.cik() + ".", response);
            }
            return facts;
        } catch (IllegalArgumentException e) {
            throw unknown(Cause.UNEXPECTED_FORMAT, "The file is " + e.getMessage() + ".", response);
        }
    }

    private static WireFailure unknown(Cause cause, String reason, WireResponse response) {
        return new WireFailure(Outcome.UNKNOWN, cause, reason, response.phases());
    }
}
