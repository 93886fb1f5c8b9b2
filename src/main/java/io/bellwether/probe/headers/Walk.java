package io.bellwether.probe.headers;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows redirects as browsers do, with their cookies; an address that was answered on the way before is not asked again. */
final class Walk {

    private static final int MOST_REDIRECTS = 10;

    /** A page may redirect to itself once it has set its cookies. */
    private static final int MOST_VISITS = 2;

    private static final int MAX_BODY = 1024 * 1024;
    private static final String ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Requests requests;
    private final Map<URI, List<WireResponse>> known = new HashMap<>();

    Walk(Requests requests) {
        this.requests = requests;
    }

    Way from(URI start) {
        CookieHandler cookies = new CookieManager();
        List<WireResponse> answers = new ArrayList<>();
        Map<URI, Integer> visits = new HashMap<>();
        URI next = start;
        try {
            while (next != null
                    && answers.size() <= MOST_REDIRECTS
                    && visits.merge(next, 1, Integer::sum) <= MOST_VISITS) {
                List<WireResponse> before = known.getOrDefault(next, List.of());
                WireResponse answer = before.size() == 1 ? before.getFirst() : requests.send(page(next), cookies);
                answers.add(answer);
                next = answer.target();
            }
        } catch (WireFailure e) {
            return new Way(answers, e.failureCause(), e.reason());
        }
        answers.forEach(answer ->
                known.computeIfAbsent(answer.uri(), _ -> new ArrayList<>()).add(answer));
        return new Way(answers, Cause.OK, null);
    }

    private static WireRequest page(URI uri) {
        return WireRequest.get(uri).header("Accept", ACCEPT).cutAt(MAX_BODY);
    }
}
