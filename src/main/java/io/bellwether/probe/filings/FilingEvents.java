package io.bellwether.probe.filings;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Filings as dated events: one per 8-K item and one per form that has a meaning for us. */
final class FilingEvents {

    private static final String ARCHIVE = "https://www.sec.gov/Archives/edgar/data/";
    /** With what the signals of their items begin. An amendment tells more of what was told before: it is no second event. */
    private static final Map<String, String> CURRENT_REPORTS = Map.of("8-K", "filing-8k-", "8-K/A", "filing-8k-a-");

    private static final String CYBER_INCIDENT = "1.05";
    private static final Pattern ACCESSION = Pattern.compile("[0-9]{10}-[0-9]{2}-[0-9]{6}");
    private static final Pattern DOCUMENT = Pattern.compile("[A-Za-z0-9._/~()-]*");

    /** The SEC writes down a time of New York as if it were one of Greenwich, and its clock need not be ours. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** What is accepted in the evening is filed on the next working day. */
    private static final Duration FROM_ACCEPTED_TO_FILED = Duration.ofDays(7);

    private FilingEvents() {}

    /** Those of the future are left out: they cannot have been filed. */
    static List<Finding> of(long cik, String company, List<Filing> filings, Instant now) {
        List<Finding> events = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Filing filing : filings) {
            Instant at = filedAt(filing, now);
            if (at != null && told.add(filing.accession())) {
                codes(filing).forEach(code -> events.add(event(cik, company, filing, code, at)));
            }
        }
        return List.copyOf(events);
    }

    static boolean hasMeaning(Filing filing) {
        return codes(filing).findAny().isPresent();
    }

    /** The codes of a filing that have a meaning: its items, or its form. */
    private static Stream<String> codes(Filing filing) {
        if (CURRENT_REPORTS.containsKey(filing.form())) {
            return items(filing).filter(Meanings.ITEMS::containsKey).distinct();
        }
        return Stream.of(filing.form()).filter(Meanings.FORMS::containsKey);
    }

    static Stream<String> items(Filing filing) {
        return Stream.of(filing.items().split(",", -1)).map(String::strip);
    }

    private static Finding event(long cik, String company, Filing filing, String code, Instant at) {
        String meaning = Meanings.ITEMS.get(code);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("company", company);
        detail.put("form", filing.form());
        if (meaning != null) {
            detail.put("item", code);
        }
        detail.put("meaning", meaning == null ? String.valueOf(Meanings.FORMS.get(code)) : meaning);
        detail.put("filingDate", filing.filingDate());
        detail.put("reportDate", filing.reportDate());
        detail.put("accession", filing.accession());
        return Finding.event(
                CYBER_INCIDENT.equals(code) ? Dimension.SECURITY : Dimension.FINANCIAL,
                meaning == null ? "filing-" + slug(code) : CURRENT_REPORTS.get(filing.form()) + code,
                filing.accession() + "#" + code,
                at,
                source(cik, filing),
                detail);
    }

    private static String slug(String form) {
        return form.toLowerCase(Locale.ROOT).replaceAll("[ /]", "-");
    }

    static String source(long cik, Filing filing) {
        String folder = ARCHIVE + cik + "/" + filing.accession().replace("-", "") + "/";
        return DOCUMENT.matcher(filing.document()).matches() ? folder + filing.document() : folder;
    }

    /** How many filings have no number or no date that can be, and so cannot be events. */
    static long unreadable(List<Filing> filings, Instant now) {
        return filings.stream().filter(filing -> filedAt(filing, now) == null).count();
    }

    static boolean isAccession(String number) {
        return ACCESSION.matcher(number).matches();
    }

    /** When it was accepted, else the start of its day; null when it cannot be read, or is still to come. */
    static @Nullable Instant filedAt(Filing filing, Instant now) {
        Instant day = startOf(filing.filingDate());
        Instant accepted = instant(filing.acceptedAt());
        boolean agree = accepted != null && (day == null || isNear(day, accepted));
        Instant at = agree ? accepted : day;
        boolean possible = at != null && !at.isAfter(now.plus(AHEAD)) && isAccession(filing.accession());
        return possible ? at : null;
    }

    private static boolean isNear(Instant day, Instant accepted) {
        return Duration.between(day, accepted).abs().compareTo(FROM_ACCEPTED_TO_FILED) <= 0;
    }

    private static @Nullable Instant startOf(String date) {
        LocalDate day = Dates.day(date);
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static @Nullable Instant instant(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
