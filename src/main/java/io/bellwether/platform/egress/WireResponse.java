package io.bellwether.platform.egress;

import io.bellwether.core.Phases;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A complete answer.
 *
 * @param headers values by name; names compare without case
 * @param body decoded from its content encoding
 * @param phases summed over all redirects
 * @param millis the whole exchange in milliseconds, name resolution and redirects included
 * @param uri what answered, after all redirects
 * @param redirects in the order they were followed
 * @param address the address that answered
 * @param tls of the last hop, null over plain HTTP
 * @param reused whether the last hop's connection had been open before
 */
public record WireResponse(
        int status,
        SortedMap<String, List<String>> headers,
        Body body,
        Phases phases,
        double millis,
        URI uri,
        List<Redirect> redirects,
        String address,
        @Nullable TlsHandshake tls,
        boolean reused) {

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);

    /** The values of a header in the order they came, joined with commas; null when it is absent. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : String.join(", ", values);
    }

    /** The same as the end of a way with these redirects. */
    public WireResponse after(List<Redirect> followed) {
        return new WireResponse(
                status, headers, body, phases, millis, uri, List.copyOf(followed), address, tls, reused);
    }

    /** Where it redirects to; null when it does not, or to something that cannot be fetched. */
    public @Nullable URI target() {
        String location = Redirects.in(status, headers);
        try {
            return location == null ? null : Redirects.target(uri, location);
        } catch (Fault e) {
            return null;
        }
    }

    /** The body in the charset its Content-Type names, else UTF-8. */
    public String text() {
        return body.text(Objects.requireNonNullElse(declaredCharset(), StandardCharsets.UTF_8));
    }

    /** The charset its Content-Type names; null when it names none that is known. */
    public @Nullable Charset declaredCharset() {
        Matcher named = CHARSET.matcher(String.valueOf(header("Content-Type")));
        try {
            return named.find() ? Charset.forName(named.group(1)) : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }
}
