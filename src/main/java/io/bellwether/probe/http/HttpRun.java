package io.bellwether.probe.http;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Route;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.RequestHeaders;
import io.bellwether.probe.http.HttpProbe.Settings;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one run.
 *
 * @param authorization the header's value; like the headers and the certificate of the whole probe it goes to the origin of
 *     the probe's URL only
 */
record HttpRun(
        Wire wire,
        TokenSource tokens,
        Settings settings,
        Route route,
        @Nullable String authorization,
        CookieJar cookies,
        Deadline deadline) {

    /** Sends what was made of the exchange; url, headers and body are as they go on the wire. */
    WireResponse send(Exchange exchange, URI url, Map<String, String> headers, @Nullable String body)
            throws WireFailure {
        try {
            WireResponse response = wire.exchange(request(exchange, url, headers, body), cookies, deadline);
            Auth auth = settings.auth();
            if (response.status() == 401 && auth != null && auth.oauth2() != null) {
                tokens.forget(auth.oauth2());
            }
            return response;
        } catch (WireFailure e) {
            throw BodySize.judged(exchange, e);
        }
    }

    private WireRequest request(Exchange exchange, URI url, Map<String, String> headers, @Nullable String body)
            throws WireFailure {
        boolean own = origin(url).equals(origin(settings.url()));
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (own) {
            all.putAll(Placeholders.headers(settings.headers(), settings.secretsOrNone()));
        }
        if (own && authorization != null) {
            all.put("Authorization", authorization);
        }
        all.putAll(headers);
        String fault = new RequestHeaders().fault(all);
        if (fault != null) {
            throw new WireFailure(
                    Outcome.UNKNOWN,
                    Cause.UNEXPECTED_FORMAT,
                    "What was to be filled in does not fit into the headers: " + fault,
                    Phases.NONE);
        }
        return new WireRequest(
                exchange.methodOrDefault().name(),
                url,
                all,
                body,
                exchange.follows() ? WireRequest.DEFAULT_MAX_REDIRECTS : 0,
                BodySize.MOST,
                own ? route : route.unnamed());
    }

    private static URI origin(URI url) {
        int standard = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        return URI.create(
                url.getScheme() + "://" + url.getHost() + ":" + (url.getPort() < 0 ? standard : url.getPort()));
    }

    /** Says nothing of what is secret in it. */
    @Override
    public String toString() {
        return "HttpRun[" + settings.url() + "]";
    }
}
