package io.bellwether.probe.pagewatch;

import io.bellwether.core.Finding;
import io.bellwether.core.language.PlainText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes of a page as dated events; told at every look, since an event that is known is not told twice. */
final class ChangeFindings {

    private static final int HASH = 16;
    private static final int LONGEST = 120;

    private ChangeFindings() {}

    static List<Finding> of(PageWatchProbe.Settings settings, PageState state) {
        return state.changes().stream().map(change -> finding(settings, change)).toList();
    }

    private static Finding finding(PageWatchProbe.Settings settings, Change change) {
        String url = settings.url().toString();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("url", url);
        detail.put("subject", settings.subject().name());
        detail.put("title", settings.subject().title());
        detail.put("meaning", settings.subject().meaning());
        detail.put("advice", settings.subject().advice());
        detail.put("added", change.added());
        detail.put("removed", change.removed());
        detail.put("addedCount", change.addedCount());
        detail.put("removedCount", change.removedCount());
        detail.put("firstSeenAt", change.since().toString());
        detail.put("confirmedAt", change.confirmedAt().toString());
        detail.put("textSha256", change.hash());
        detail.put("text", Map.of("it", engineer(settings, change), "marketing", owner(settings, change)));
        return Finding.event(
                settings.subject().dimension(),
                settings.subject().signal(),
                "page:" + url + ":" + day(change.since()) + ":" + change.hash().substring(0, HASH),
                change.since(),
                url,
                detail);
    }

    private static String engineer(PageWatchProbe.Settings settings, Change change) {
        return "The " + settings.subject().title() + " at " + settings.url() + " changed by " + day(change.since())
                + ": " + counts(change) + first(" New: ", change.added()) + first(" Gone: ", change.removed());
    }

    private static String owner(PageWatchProbe.Settings settings, Change change) {
        return settings.subject().meaning() + " It was seen on " + day(change.since()) + "."
                + first(" New: ", change.added()) + first(" No longer there: ", change.removed()) + " "
                + settings.subject().advice();
    }

    private static String counts(Change change) {
        return passages(change.addedCount()) + " new, " + passages(change.removedCount()) + " gone.";
    }

    static String passages(long count) {
        return count == 1 ? "1 passage" : count + " passages";
    }

    private static String first(String begin, List<String> passages) {
        if (passages.isEmpty()) {
            return "";
        }
        return begin + "\"" + PlainText.cut(passages.getFirst(), LONGEST) + "\""
                + (passages.size() > 1 ? " and others." : ".");
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
