package io.bellwether.probe.filings;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.ProbeContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads new reports themselves, where form and items do not tell what they say: each once, a few at a look, the periodic
 * ones first. What cannot be had is no harm: then the form and the items count as they are.
 */
final class Documents {

    private static final Set<String> REPORTS = Set.of("10-K", "10-KT", "10-Q");
    private static final String CURRENT_REPORT = "8-K";
    private static final Set<String> TELLING_ITEMS =
            ItemRule.ALL.stream().map(ItemRule::code).collect(Collectors.toUnmodifiableSet());
    /** What they say lasts about as long. */
    private static final Duration REPORT_IS_NEWS = Duration.ofDays(400);

    private static final Duration ITEM_IS_NEWS = Duration.ofDays(180);
    private static final int PER_LOOK = 4;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~()-]{0,200}");

    /**
     * @param told what was done, for the evidence
     * @param events of the filings in the list whose texts say something, those read at earlier looks among them
     */
    record Reading(String told, List<Finding> events) {}

    private final FilingsClient client;
    private final FilerDocuments documents;

    Documents(FilingsClient client, FilerDocuments documents) {
        this.client = client;
        this.documents = documents;
    }

    /** @param listed newest first */
    Reading read(long cik, String company, List<Filing> listed, ProbeContext context) {
        List<Filing> worth = Stream.concat(
                        listed.stream().filter(filing -> isReport(filing, context.startedAt())),
                        listed.stream().filter(filing -> hasTellingItem(filing, context.startedAt())))
                .filter(filing -> NAME.matcher(filing.document()).matches())
                .toList();
        if (worth.isEmpty()) {
            return new Reading("none", List.of());
        }
        Map<String, List<Said>> known = new LinkedHashMap<>(documents.read(cik));
        List<Filing> due = worth.stream()
                .filter(filing -> !known.containsKey(filing.accession()))
                .toList();
        String told = refresh(cik, due, known, context);
        return new Reading(told, events(cik, company, worth, known, context.startedAt()));
    }

    private static boolean isReport(Filing filing, Instant now) {
        return REPORTS.contains(filing.form()) && isNews(filing, REPORT_IS_NEWS, now);
    }

    private static boolean hasTellingItem(Filing filing, Instant now) {
        return filing.form().equals(CURRENT_REPORT)
                && FilingEvents.items(filing).anyMatch(TELLING_ITEMS::contains)
                && isNews(filing, ITEM_IS_NEWS, now);
    }

    private static boolean isNews(Filing filing, Duration age, Instant now) {
        Instant filed = FilingEvents.filedAt(filing, now);
        return filed != null && filed.plus(age).isAfter(now);
    }

    private String refresh(long cik, List<Filing> due, Map<String, List<Said>> known, ProbeContext context) {
        int read = 0;
        for (Filing filing : due.stream().limit(PER_LOOK).toList()) {
            try {
                Optional<List<Said>> said = said(cik, filing, context);
                if (said.isPresent()) {
                    documents.keep(cik, filing.accession(), said.get(), context.startedAt());
                    known.put(filing.accession(), said.get());
                    read++;
                }
            } catch (WireFailure e) {
                return read + " of " + due.size() + " new ones read: " + e.reason();
            }
        }
        return read + " of " + due.size() + " new ones read";
    }

    /** Empty where it should be asked for again; what is not there is not asked for twice. */
    private Optional<List<Said>> said(long cik, Filing filing, ProbeContext context) throws WireFailure {
        WireResponse response = client.document(cik, filing.accession(), filing.document(), context);
        return switch (response.status()) {
            case 200 -> Optional.of(said(filing, DocumentText.of(response.body().bytes())));
            case 404 -> Optional.of(List.of());
            default -> Optional.empty();
        };
    }

    static List<Said> said(Filing filing, String text) {
        if (REPORTS.contains(filing.form())) {
            return GoingConcern.in(text).map(Documents::doubt).stream().toList();
        }
        Set<String> items = FilingEvents.items(filing).collect(Collectors.toUnmodifiableSet());
        return CurrentReport.read(text, items);
    }

    private static Said doubt(GoingConcern.Doubt doubt) {
        return doubt.alleviated()
                ? new Said(
                        "filing-going-concern-alleviated",
                        "#going-concern-alleviated",
                        "Doubt about going on, alleviated",
                        doubt.sentence())
                : new Said(
                        "filing-going-concern", "#going-concern", "Substantial doubt about going on", doubt.sentence());
    }

    private static List<Finding> events(
            long cik, String company, List<Filing> filings, Map<String, List<Said>> known, Instant now) {
        List<Finding> events = new ArrayList<>();
        for (Filing filing : filings) {
            Instant filed = FilingEvents.filedAt(filing, now);
            for (Said said : known.getOrDefault(filing.accession(), List.of())) {
                if (filed != null) {
                    events.add(event(cik, company, filing, said, filed));
                }
            }
        }
        return events;
    }

    private static Finding event(long cik, String company, Filing filing, Said said, Instant filed) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("company", company);
        detail.put("form", filing.form());
        detail.put("meaning", said.meaning());
        detail.put("sentence", said.sentence());
        detail.put("filingDate", filing.filingDate());
        detail.put("reportDate", filing.reportDate());
        detail.put("accession", filing.accession());
        return Finding.event(
                Dimension.FINANCIAL,
                said.signal(),
                filing.accession() + said.mark(),
                filed,
                FilingEvents.source(cik, filing),
                detail);
    }
}
