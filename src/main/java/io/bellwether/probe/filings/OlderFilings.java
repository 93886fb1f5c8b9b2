package io.bellwether.probe.filings;

import io.bellwether.platform.Json;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.ProbeContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The filings that have left the newest list, from the pages that it names. A page is read when a company is first watched and
 * kept for all vendors that are this company. It is read again after most of a year, which is how long a filing stays in
 * the newest list at least: so none is missed between the two.
 */
final class OlderFilings {

    private static final Duration AGAIN = Duration.ofDays(300);
    private static final int MOST_PAGES = 10;
    private static final int PAGES_PER_LOOK = 3;
    /** That mean something to us; several times what the companies with the longest history have on a page. */
    private static final int MOST_FILINGS = 2_000;

    /**
     * @param told what was done, for the evidence
     * @param filings all that are known, those read at earlier looks among them
     */
    record Reading(String told, List<Filing> filings) {}

    private final FilingsClient client;
    private final FilerPages pages;
    private final Json json;

    OlderFilings(FilingsClient client, FilerPages pages, Json json) {
        this.client = client;
        this.pages = pages;
        this.json = json;
    }

    /** That a page cannot be read is no harm: what is known counts, and the next look tries again. */
    Reading read(long cik, List<String> named, ProbeContext context) {
        Pattern name = Pattern.compile(String.format(Locale.ROOT, "CIK%010d-submissions-[0-9]{3}\\.json", cik));
        List<String> ours = named.stream()
                .filter(each -> name.matcher(each).matches())
                .distinct()
                .limit(MOST_PAGES)
                .toList();
        if (ours.isEmpty()) {
            return new Reading("none", List.of());
        }
        Map<String, Instant> readAt = pages.readAt(cik);
        List<String> due = ours.stream()
                .filter(each -> isDue(readAt.get(each), context.startedAt()))
                .toList();
        String told = refresh(cik, due, context);
        return new Reading(told, pages.filings(cik));
    }

    private static boolean isDue(@Nullable Instant last, Instant now) {
        return last == null || !last.plus(AGAIN).isAfter(now);
    }

    private String refresh(long cik, List<String> due, ProbeContext context) {
        int read = 0;
        for (String page : due.stream().limit(PAGES_PER_LOOK).toList()) {
            try {
                pages.keep(cik, page, page(page, context), context.startedAt());
                read++;
            } catch (WireFailure e) {
                return read + " of " + due.size() + " pages read; " + page + ": " + e.reason();
            } catch (IllegalArgumentException e) {
                return read + " of " + due.size() + " pages read; " + page + " cannot be read: " + e.getMessage();
            }
        }
        return read + " of " + due.size() + " pages read";
    }

    private List<Filing> page(String name, ProbeContext context) throws WireFailure {
        WireResponse response = client.page(name, context);
        if (response.status() != 200) {
            throw new IllegalArgumentException("status " + response.status());
        }
        FilingColumns columns = json.read(response.text(), FilingColumns.class);
        if (columns == null || !columns.parallel()) {
            throw new IllegalArgumentException("it has not the columns that it should have");
        }
        List<Filing> kept = new ArrayList<>();
        for (Filing filing : columns.rows()) {
            if (kept.size() < MOST_FILINGS && FilingEvents.hasMeaning(filing)) {
                kept.add(filing);
            }
        }
        return kept;
    }
}
