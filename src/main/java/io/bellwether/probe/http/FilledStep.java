package io.bellwether.probe.http;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Location;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.HttpAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step with values in the place of its placeholders. */
record FilledStep(
        HttpStep step,
        URI url,
        Map<String, String> headers,
        @Nullable String body) {

    /** @throws WireFailure when what came of it cannot be sent */
    static FilledStep of(HttpStep step, URI base, Map<String, String> carried) throws WireFailure {
        Map<String, String> headers = Placeholders.headers(step.headers(), carried);
        String body = Placeholders.body(step.body(), carried, headers);
        return new FilledStep(step, url(step, base, carried), headers, body);
    }

    WireResponse send(HttpRun run) throws WireFailure {
        return run.send(step, url, headers, body);
    }

    private static URI url(HttpStep step, URI base, Map<String, String> carried) throws WireFailure {
        String fault;
        try {
            URI url = Location.resolve(base, Placeholders.url(step.url(), carried));
            fault = new HttpAddress().fault(url);
            if (fault == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            fault = "Must be a URL.";
        }
        throw unusable("What was carried makes no URL of " + step.url() + ": " + fault);
    }

    private static WireFailure unusable(String reason) {
        return new WireFailure(Outcome.UNKNOWN, Cause.UNEXPECTED_FORMAT, reason, Phases.NONE);
    }
}
