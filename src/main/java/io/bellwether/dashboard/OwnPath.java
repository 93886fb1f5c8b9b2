package io.bellwether.dashboard;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a visitor goes next, when the request says so: only to a page of ours, never to somebody else's. */
final class OwnPath {

    private static final URI HOME = URI.create("/");
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

    private OwnPath() {}

    /** The fleet for everything else. */
    static URI of(@Nullable String wish) {
        if (wish == null || !OURS.matcher(wish).matches()) {
            return HOME;
        }
        try {
            return new URI(wish);
        } catch (URISyntaxException e) {
            return HOME;
        }
    }
}
