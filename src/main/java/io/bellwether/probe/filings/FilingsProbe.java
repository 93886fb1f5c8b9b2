package io.bellwether.probe.filings;

import io.bellwether.core.Cause;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.platform.Json;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.DailyProbe;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.PublicSource;
import io.bellwether.probe.Verdict;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a company's filings with the SEC and tells the events in them; the older ones once, the figures when there is a new
 * report. That they cannot be read is never the vendor's fault.
 */
@Singleton
final class FilingsProbe implements DailyProbe<FilingsProbe.Settings> {

    /** @param cik the company's Central Index Key, with or without leading zeros */
    record Settings(
            @NotNull @Pattern(regexp = "^[0-9]{1,10}$", message = "must be 1 to 10 digits") String cik) {}

    private final FilingsClient client;
    private final Figures figures;
    private final OlderFilings older;
    private final Documents documents;
    private final Json json;

    FilingsProbe(FilingsClient client, Filers filers, FilerPages pages, FilerDocuments documents, Json json) {
        this.client = client;
        this.figures = new Figures(client, filers);
        this.older = new OlderFilings(client, pages, json);
        this.documents = new Documents(client, documents);
        this.json = json;
    }

    @Override
    public String kind() {
        return "filings";
    }

    @Override
    public String description() {
        return "Reads a company's filings with the SEC and records their events and figures.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) {
        try {
            long cik = Long.parseLong(settings.cik());
            WireResponse response = client.submissions(cik, context);
            Verdict refusal = refusal(cik, response);
            return refusal == null ? read(cik, response, context) : refusal;
        } catch (WireFailure e) {
            return Verdict.unknown(e);
        }
    }

    /** Why the answer holds no filings, null when it may. An unknown company is answered in XML. */
    static @Nullable Verdict refusal(long cik, WireResponse response) {
        return switch (response.status()) {
            case 200 ->
                response.text().stripLeading().startsWith("<")
                        ? unknown(response, Cause.NOT_CONFIGURED, "The SEC knows no filer with CIK " + cik + ".")
                        : null;
            case 404 -> unknown(response, Cause.NOT_CONFIGURED, "The SEC knows no filer with CIK " + cik + ".");
            case 403, 429 ->
                unknown(
                        response,
                        Cause.CIRCUIT_OPEN,
                        "The SEC refuses us (status " + response.status() + "); nothing is sent for at least "
                                + PublicSource.SHORTEST_PAUSE.toMinutes() + " minutes.");
            default ->
                unknown(response, Cause.UNEXPECTED_STATUS, "The SEC answered with status " + response.status() + ".");
        };
    }

    private Verdict read(long cik, WireResponse response, ProbeContext context) {
        Submissions submissions;
        try {
            submissions = json.read(response.text(), Submissions.class);
        } catch (IllegalArgumentException e) {
            return unknown(response, Cause.UNEXPECTED_FORMAT, "The filings cannot be read: " + e.getMessage() + ".");
        }
        Verdict fault = fault(cik, submissions, response);
        if (fault != null) {
            return fault;
        }
        OlderFilings.Reading others = older.read(cik, submissions.pages(), context);
        Verdict filings = judge(cik, submissions, others, response, context.startedAt());
        return documents(cik, submissions, figures(cik, submissions, filings, context), context);
    }

    /** Why the filings cannot be used, null when they can. */
    static @Nullable Verdict fault(long cik, @Nullable Submissions submissions, WireResponse response) {
        if (submissions == null || !submissions.readable()) {
            return unknown(
                    response, Cause.UNEXPECTED_FORMAT, "The list of filings has not the columns it should have.");
        }
        return submissions.isOf(cik)
                ? null
                : unknown(response, Cause.UNEXPECTED_FORMAT, "They are those of CIK " + submissions.cik() + ".");
    }

    /** The events of the filings count whether or not the figures can be read. */
    private Verdict figures(long cik, Submissions submissions, Verdict filings, ProbeContext context) {
        try {
            return with(filings, figures.refresh(cik, submissions.recent(), context), Outcome.UP, Cause.OK, "");
        } catch (WireFailure e) {
            return with(
                    filings,
                    "unread",
                    Outcome.UNKNOWN,
                    e.failureCause(),
                    " Its figures could not be read: " + e.reason());
        }
    }

    /** Last, for they matter least: what they say is beside what the list says. */
    private Verdict documents(long cik, Submissions submissions, Verdict others, ProbeContext context) {
        Documents.Reading texts =
                documents.read(cik, String.valueOf(submissions.name()), submissions.recent(), context);
        Map<String, Object> detail = new LinkedHashMap<>(others.detail());
        detail.put("documents", texts.told());
        List<Finding> findings = Stream.concat(others.findings().stream(), texts.events().stream())
                .toList();
        return new Verdict(others.outcome(), others.cause(), others.reason(), others.phases(), detail, findings);
    }

    private static Verdict with(Verdict filings, String figures, Outcome outcome, Cause cause, String more) {
        Map<String, Object> detail = new LinkedHashMap<>(filings.detail());
        detail.put("figures", figures);
        return new Verdict(outcome, cause, filings.reason() + more, filings.phases(), detail, filings.findings());
    }

    /** @param older filings that have left the list */
    static Verdict judge(
            long cik, Submissions submissions, OlderFilings.Reading older, WireResponse response, Instant now) {
        String company = String.valueOf(submissions.name());
        List<Filing> recent = submissions.recent();
        List<Filing> all =
                Stream.concat(recent.stream(), older.filings().stream()).toList();
        List<Finding> events = FilingEvents.of(cik, company, all, now);
        Finding overdue = Overdue.of(cik, submissions, all, events, now);
        String newest = recent.isEmpty() ? "none" : recent.getFirst().filingDate();
        return new Verdict(
                Outcome.UP,
                Cause.OK,
                recent.size() + " filings of " + company + " read, the newest of " + newest + "; " + events.size()
                        + " events.",
                response.phases(),
                Map.of(
                        "company", company,
                        "filings", recent.size(),
                        "older", older.filings().size(),
                        "olderPages", older.told(),
                        "unreadable", FilingEvents.unreadable(recent, now),
                        "events", events.size(),
                        "newest", newest,
                        "overdue", String.valueOf(overdue.value())),
                Stream.concat(events.stream(), Stream.of(overdue)).toList());
    }

    private static Verdict unknown(WireResponse response, Cause cause, String reason) {
        return new Verdict(
                Outcome.UNKNOWN, cause, reason, response.phases(), Map.of("status", response.status()), List.of());
    }
}
