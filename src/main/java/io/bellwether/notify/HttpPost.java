package io.bellwether.notify;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.RetryAfter;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** POSTs JSON to a URL that somebody entered: through the egress guard, without redirects, within limits. */
@Singleton
public class HttpPost {

    private static final Duration TIME = Duration.ofSeconds(15);

    /** A message is worth less the later it comes. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** Of an answer beyond it nobody knows whether the message was taken. */
    private static final int MOST_BODY = 1024 * 1024;

    private final Wire wire;
    private final Clock clock;

    HttpPost(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    /** @param url secret behind its host; nothing in the reply but the body reveals it */
    public HttpReply json(URI url, String body, Map<String, String> headers) {
        WireRequest request = WireRequest.post(url, "application/json; charset=utf-8", body)
                .maxRedirects(0)
                .maxBody(MOST_BODY);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        Excerpt excerpt = new Excerpt(url, credentials(headers));
        try {
            WireResponse answer = wire.exchange(request, Deadline.in(TIME));
            return new HttpReply.Answer(answer.status(), answer.text(), excerpt.of(answer.text()), retryAfter(answer));
        } catch (WireFailure e) {
            return new HttpReply.None(judge(e, excerpt.of(e.reason())));
        }
    }

    private Duration retryAfter(WireResponse answer) {
        return RetryAfter.asked(answer.header("Retry-After"), clock.instant())
                .map(asked -> asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT)
                .orElse(Duration.ZERO);
    }

    private static Collection<String> credentials(Map<String, String> headers) {
        String authorization = headers.get("Authorization");
        return authorization == null ? List.of() : List.of(authorization);
    }

    static Delivery judge(WireFailure failure, String why) {
        if (failure.failureCause() == Cause.EGRESS_REFUSED) {
            return new Delivery.Rejected(why, true);
        }
        boolean sent = failure.phases().firstByte() != null || failure.phases().transfer() != null;
        return sent ? new Delivery.Ambiguous(why) : Delivery.RetryLater.soon(why);
    }
}
