package io.bellwether.platform.egress;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request.
 *
 * @param method GET, HEAD, POST, PUT, PATCH or DELETE
 * @param uri absolute, http or https
 * @param headers added to the standing ones or replacing them; see {@link HeaderRule}
 * @param body sent as UTF-8
 * @param maxRedirects how many redirects to follow, 0 to 10; 0 hands the redirect itself back
 * @param maxBody how many bytes of the decoded answer to keep at most, up to 16 MiB; a longer one is a failure
 * @param route how to get there
 * @param cut whether a longer body is cut there instead
 */
public record WireRequest(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body,
        int maxRedirects,
        int maxBody,
        Route route,
        boolean cut) {

    public static final int DEFAULT_MAX_BODY = 1024 * 1024;
    public static final int LARGEST_MAX_BODY = 16 * 1024 * 1024;
    public static final int DEFAULT_MAX_REDIRECTS = 10;

    /** @throws IllegalArgumentException for a header {@link HeaderRule} forbids or a limit out of its range */
    public WireRequest {
        headers = Map.copyOf(headers);
        headers.forEach((name, value) -> {
            String fault = HeaderRule.fault(name, value);
            if (fault != null) {
                throw new IllegalArgumentException(fault);
            }
        });
        if (maxRedirects < 0 || maxRedirects > DEFAULT_MAX_REDIRECTS) {
            throw new IllegalArgumentException("maxRedirects must be 0 to " + DEFAULT_MAX_REDIRECTS);
        }
        if (maxBody < 0 || maxBody > LARGEST_MAX_BODY) {
            throw new IllegalArgumentException("maxBody must be 0 to " + LARGEST_MAX_BODY);
        }
    }

    public WireRequest(
            String method,
            URI uri,
            Map<String, String> headers,
            @Nullable String body,
            int maxRedirects,
            int maxBody,
            Route route) {
        this(method, uri, headers, body, maxRedirects, maxBody, route, false);
    }

    public WireRequest(
            String method, URI uri, Map<String, String> headers, @Nullable String body, int maxRedirects, int maxBody) {
        this(method, uri, headers, body, maxRedirects, maxBody, Route.DIRECT);
    }

    public static WireRequest get(URI uri) {
        return of("GET", uri, null);
    }

    public static WireRequest post(URI uri, String contentType, String body) {
        return of("POST", uri, body).header("Content-Type", contentType);
    }

    public static WireRequest of(String method, URI uri, @Nullable String body) {
        return new WireRequest(method, uri, Map.of(), body, DEFAULT_MAX_REDIRECTS, DEFAULT_MAX_BODY);
    }

    /** The same sent elsewhere. */
    public WireRequest to(URI other) {
        return new WireRequest(method, other, headers, body, maxRedirects, maxBody, route, cut);
    }

    public WireRequest header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return headers(more);
    }

    public WireRequest headers(Map<String, String> replacement) {
        return new WireRequest(method, uri, replacement, body, maxRedirects, maxBody, route, cut);
    }

    public WireRequest maxRedirects(int redirects) {
        return new WireRequest(method, uri, headers, body, redirects, maxBody, route, cut);
    }

    public WireRequest maxBody(int bytes) {
        return new WireRequest(method, uri, headers, body, maxRedirects, bytes, route, cut);
    }

    public WireRequest route(Route other) {
        return new WireRequest(method, uri, headers, body, maxRedirects, maxBody, other, cut);
    }

    /** The same, where the begin of a body will do. */
    public WireRequest cutAt(int bytes) {
        return new WireRequest(method, uri, headers, body, maxRedirects, bytes, route, true);
    }
}
