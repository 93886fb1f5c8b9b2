package io.bellwether.platform.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where a reference leads (RFC 3986, 5.2), as browsers see it. The platform follows the standard before that: it loses the
 * page's name before a mere query and leaves dots at the root.
 */
public final class Location {

    private Location() {}

    /**
     * @param base absolute
     * @return without a fragment, which is never sent
     * @throws URISyntaxException when the reference cannot be read
     */
    public static URI resolve(URI base, String reference) throws URISyntaxException {
        URI there = new URI(reference);
        if (there.isOpaque()) {
            return there;
        }
        boolean whole = there.getScheme() != null || there.getRawAuthority() != null;
        String scheme = there.getScheme() == null ? base.getScheme() : there.getScheme();
        String authority = whole ? there.getRawAuthority() : base.getRawAuthority();
        boolean samePage = !whole && there.getRawPath().isEmpty();
        String path = samePage ? base.getRawPath() : path(base, there, whole);
        String query = samePage && there.getRawQuery() == null ? base.getRawQuery() : there.getRawQuery();
        return new URI(scheme + ":" + after("//", authority) + withoutDots(path) + after("?", query));
    }

    private static String path(URI base, URI there, boolean whole) {
        String path = there.getRawPath();
        if (whole || path.startsWith("/")) {
            return path;
        }
        String from = base.getRawPath();
        return from.isEmpty() ? "/" + path : from.substring(0, from.lastIndexOf('/') + 1) + path;
    }

    /** RFC 3986, 5.2.4; empty segments stay. */
    private static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String last = "";
        for (String segment : path.split("/", -1)) {
            last = segment;
            if (segment.equals("..")) {
                // The first is what stands before the root.
                if (kept.size() > 1) {
                    kept.removeLast();
                }
            } else if (!segment.equals(".")) {
                kept.addLast(segment);
            }
        }
        String clean = String.join("/", kept);
        return last.equals(".") || last.equals("..") ? clean + "/" : clean;
    }

    private static String after(String sign, @Nullable String part) {
        return part == null ? "" : sign + part;
    }
}
