package io.bellwether.probe.statuspage;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.Json;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.statuspage.document.Document;
import io.bellwether.probe.statuspage.document.Documents;
import io.bellwether.probe.statuspage.document.Unreadable;
import io.bellwether.probe.statuspage.format.Format;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a page's feed: at the address its host is known for, else where most pages have it, else where the page for people
 * says. A page that fails, refuses or walls itself off is left alone at once.
 */
final class Search {

    private final Requests requests;
    private final Json json;
    private final List<String> seen = new ArrayList<>();

    Search(Requests requests, Json json) {
        this.requests = requests;
        this.json = json;
    }

    Found of(URI page) throws WireFailure, Refusal {
        Deque<URI> candidates = new ArrayDeque<>(Candidates.of(page));
        int mostBytes = Format.ofPage(page).map(Format::mostBytes).orElse(Format.MOST_BYTES);
        WireResponse last = null;
        while (!candidates.isEmpty()) {
            URI candidate = candidates.removeFirst();
            if (!requests.mayAsk(candidate)) {
                continue;
            }
            last = requests.get(candidate, mostBytes);
            Optional<Document> document = document(candidate, last);
            Optional<Format> format = document.flatMap(Format::of);
            if (format.isPresent()) {
                return new Found(format.get(), candidate, document.get(), last);
            }
            if (document.orElse(null) instanceof Document.OfHtml shown && candidate.equals(page)) {
                Candidates.saidBy(shown.html(), page).reversed().forEach(candidates::addFirst);
            }
        }
        throw new Refusal(nothing(page, last));
    }

    private Optional<Document> document(URI candidate, WireResponse response) throws Refusal {
        Verdict refusal = Refusal.of(response);
        if (refusal != null
                && (response.status() == 401 || response.status() >= 429 || refusal.cause() == Cause.BOT_WALL)) {
            throw new Refusal(refusal);
        }
        if (refusal != null) {
            note(candidate, "answered with status " + response.status());
            return Optional.empty();
        }
        try {
            Document document = Documents.read(response, json);
            note(candidate, kind(document));
            return Optional.of(document);
        } catch (Unreadable e) {
            note(candidate, e.seen());
            return Optional.empty();
        }
    }

    private void note(URI candidate, String what) {
        String path = candidate.getRawPath();
        seen.add((path == null || path.isEmpty() ? "/" : path) + " " + what);
    }

    static String kind(Document document) {
        return switch (document) {
            case Document.OfJson _ -> "is JSON of another shape";
            case Document.OfFeed _ -> "is a feed without a word on incidents";
            case Document.OfHtml _ -> "is HTML";
        };
    }

    private Verdict nothing(URI page, @Nullable WireResponse last) {
        String reason = "No status page was found at " + page + ": " + String.join(", ", seen) + ".";
        return last == null
                ? Verdict.of(Outcome.UNKNOWN, Cause.UNEXPECTED_FORMAT, reason)
                : Refusal.unknown(last, Cause.UNEXPECTED_FORMAT, reason, Map.of());
    }
}
