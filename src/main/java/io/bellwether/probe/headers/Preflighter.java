package io.bellwether.probe.headers;

import io.bellwether.core.posture.web.PageEvidence;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.BotWall;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks whether another site's page may read this one (Fetch, 4.8). */
final class Preflighter {

    /** Nobody's, and never to be (RFC 6761, 6.5). */
    static final String ORIGIN = "https://bellwether.example";

    private static final int MAX_BODY = 64 * 1024;
    private static final int NOT_IMPLEMENTED = 501;

    private final Requests requests;

    Preflighter(Requests requests) {
        this.requests = requests;
    }

    PageEvidence.Preflight ask(URI page) {
        WireRequest request = WireRequest.of("OPTIONS", page, null)
                .header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "GET")
                .cutAt(MAX_BODY);
        try {
            return read(requests.send(request, null));
        } catch (WireFailure e) {
            return new PageEvidence.Preflight(ORIGIN, null, null, null, e.reason());
        }
    }

    private static PageEvidence.Preflight read(WireResponse answer) {
        return new PageEvidence.Preflight(
                ORIGIN,
                answer.status(),
                kept(answer.header("Access-Control-Allow-Origin")),
                kept(answer.header("Access-Control-Allow-Credentials")),
                unknown(answer));
    }

    private static @Nullable String unknown(WireResponse answer) {
        Optional<String> wall = BotWall.sign(answer);
        if (wall.isPresent()) {
            return "A wall against robots answered the preflight (" + wall.get() + ").";
        }
        return answer.status() >= 500 && answer.status() != NOT_IMPLEMENTED
                ? "The preflight was answered with status " + answer.status() + "."
                : null;
    }

    private static @Nullable String kept(@Nullable String value) {
        return value == null ? null : Kept.text(value, 256);
    }
}
