package io.bellwether.probe.headers;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.BotWall;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What keeps us from the page that users get: the answer is somebody else's, or no page.
 *
 * @param reason one sentence
 */
record Obstacle(Cause cause, String reason) {

    private static final int SIGN_IN_TO_NETWORK = 511;

    /** What hot spots write into their pages for programs that meet them (WISPr). */
    private static final String HOT_SPOT = "wispaccessgatewayparam";

    private static final int LOOK_AT = 64 * 1024;

    /** In one answer, null when it is the page. */
    static @Nullable Obstacle in(WireResponse answer) {
        Optional<String> wall = BotWall.sign(answer);
        if (wall.isPresent()) {
            return new Obstacle(Cause.BOT_WALL, "A wall against robots answered (" + wall.get() + ").");
        }
        if (answer.status() == SIGN_IN_TO_NETWORK || isHotSpot(answer)) {
            return new Obstacle(
                    Cause.EGRESS, "The network we are in asks to sign in, and answered in the page's place.");
        }
        if (answer.status() >= 500) {
            return new Obstacle(
                    Cause.UNEXPECTED_STATUS,
                    "Status " + answer.status() + ": an error page shows nothing of what users get.");
        }
        return null;
    }

    /**
     * Whether plain HTTP is led to another site and never to HTTPS while HTTPS answers under another name or not at all: so do
     * networks that want visitors to sign in first.
     */
    static @Nullable Obstacle captive(Way plain, Way secure, PublicSuffixes suffixes) {
        WireResponse end = plain.end();
        if (end == null
                || plain.answers().size() < 2
                || "https".equalsIgnoreCase(end.uri().getScheme())) {
            return null;
        }
        WireResponse there = secure.end();
        boolean strange = there == null || (there.tls() != null && !there.tls().hostMatches());
        String from = suffixes.site(host(plain.answers().getFirst().uri()));
        String to = suffixes.site(host(end.uri()));
        return strange && !from.equals(to)
                ? new Obstacle(
                        Cause.EGRESS,
                        "Plain HTTP leads to " + to + " and HTTPS does not answer as " + from
                                + ": a page for signing in to a network seems to stand in between.")
                : null;
    }

    private static boolean isHotSpot(WireResponse answer) {
        String text = answer.body().size() == 0 ? "" : answer.text();
        return text.substring(0, Math.min(text.length(), LOOK_AT))
                .toLowerCase(Locale.ROOT)
                .contains(HOT_SPOT);
    }

    private static String host(URI uri) {
        return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    }
}
