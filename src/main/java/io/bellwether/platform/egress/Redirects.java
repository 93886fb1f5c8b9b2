package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a redirect leads and what goes along (RFC 9110, 15.4). */
final class Redirects {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    /** What may hold brackets: an IPv6 address. */
    private static final Pattern AUTHORITY = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*");

    /** Whatever else the caller has set may be a secret between it and the first origin. */
    private static final Set<String> HARMLESS =
            Set.of("accept", "accept-encoding", "accept-language", "content-type", "user-agent");

    private static final String UNESCAPED = " \"<>\\^`{|}";

    private Redirects() {}

    /** Where an answer redirects to, null when it does not. */
    static @Nullable String in(int status, Map<String, List<String>> headers) {
        List<String> locations = headers.get("Location");
        return locations != null && STATUSES.contains(status) ? locations.getFirst() : null;
    }

    /** @throws Fault when the location cannot be read as an http or https address with a host */
    static URI target(URI from, String location) throws Fault {
        URI target;
        try {
            target = Location.resolve(from, escape(location.strip()));
        } catch (URISyntaxException e) {
            throw Fault.theirs(
                    Cause.PROTOCOL_ERROR, from + " redirects to an address that cannot be read: '" + location + "'.");
        }
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw Fault.ours(
                    Cause.EGRESS_REFUSED,
                    "Not followed: " + from + " redirects to '" + location + "', which is not HTTP.");
        }
        if (target.getHost() == null) {
            throw Fault.ours(
                    Cause.EGRESS_REFUSED,
                    "Not followed: " + from + " redirects to '" + location + "', whose host we cannot read.");
        }
        return target;
    }

    /** The request to send to the target. */
    static WireRequest follow(WireRequest request, int status, URI target) {
        boolean becomesGet = (status == 303 && !"HEAD".equals(request.method()))
                || ((status == 301 || status == 302) && "POST".equals(request.method()));
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        boolean elsewhere = !origin(request.uri()).equals(origin(target));
        if (elsewhere) {
            headers.keySet().removeIf(name -> !HARMLESS.contains(name.toLowerCase(Locale.ROOT)));
        }
        if (becomesGet) {
            headers.remove("Content-Type");
        }
        return new WireRequest(
                becomesGet ? "GET" : request.method(),
                target,
                headers,
                becomesGet ? null : request.body(),
                request.maxRedirects(),
                request.maxBody(),
                elsewhere ? request.route().unnamed() : request.route(),
                request.cut());
    }

    /**
     * @param sent what was sent before, cookies included: a page may redirect to itself once it has set them
     * @throws Fault when this redirect is one too many, or leads to where we have been
     */
    static void check(WireRequest next, List<WireRequest> sent, int max) throws Fault {
        if (sent.size() > max) {
            throw Fault.theirs(
                    Cause.TOO_MANY_REDIRECTS, "More than " + max + " redirects; the last leads to " + next.uri() + ".");
        }
        if (sent.contains(next) && "GET".equals(next.method())) {
            throw Fault.theirs(
                    Cause.TOO_MANY_REDIRECTS, "The redirects run in a circle: they lead back to " + next.uri() + ".");
        }
    }

    static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getHost() + ":" + Target.port(uri)).toLowerCase(Locale.ROOT);
    }

    /** Browsers mend what servers forget to escape, so vendors get away with it. */
    private static String escape(String location) {
        Matcher authority = AUTHORITY.matcher(location);
        int begin = authority.lookingAt() ? authority.end() : 0;
        StringBuilder escaped = new StringBuilder();
        byte[] octets = location.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < octets.length; i++) {
            int value = octets[i] & 0xff;
            boolean bracket = i >= begin && (value == '[' || value == ']');
            if (value < 0x21 || value > 0x7e || UNESCAPED.indexOf(value) >= 0 || bracket) {
                escaped.append(String.format(Locale.ROOT, "%%%02X", value));
            } else {
                escaped.append((char) value);
            }
        }
        return escaped.toString();
    }
}
