package io.bellwether.probe.pagewatch;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.BotWall;
import io.bellwether.probe.Inconclusive;
import io.bellwether.probe.Printable;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the watched text out of an answer, or tells why it is not in it. */
final class PageAnswer {

    /** Shorter texts are what pages show before their programs have run. */
    private static final int SHORTEST = 40;

    private PageAnswer() {}

    static PageText read(PageWatchProbe.Settings settings, WireResponse response) throws Inconclusive {
        Optional<String> wall = BotWall.sign(response);
        if (wall.isPresent()) {
            throw new Inconclusive(Cause.BOT_WALL, "A wall against robots answered (" + wall.get() + ").");
        }
        if (response.status() != 200) {
            throw new Inconclusive(
                    Cause.UNEXPECTED_STATUS,
                    "Status " + response.status() + ": the page is not there, so its text is not compared.");
        }
        if (isFrontPage(response.uri()) && !isFrontPage(settings.url())) {
            throw new Inconclusive(
                    Cause.UNEXPECTED_FORMAT, "The page leads to the front page now; its text is not compared.");
        }
        PageText text = text(settings.selector(), response);
        if (text.length() < SHORTEST) {
            throw new Inconclusive(
                    Cause.UNEXPECTED_FORMAT,
                    settings.selector() == null
                            ? "The page shows no text without running its programs."
                            : "The selector finds no text on the page.");
        }
        return text;
    }

    private static boolean isFrontPage(URI uri) {
        String path = String.valueOf(uri.getRawPath());
        return (path.isEmpty() || path.equals("/")) && uri.getRawQuery() == null;
    }

    private static PageText text(@Nullable String selector, WireResponse response) throws Inconclusive {
        String type = String.valueOf(response.header("Content-Type")).toLowerCase(Locale.ROOT);
        Charset charset = response.declaredCharset();
        if (type.startsWith("text/plain")) {
            return PageReader.plain(response.body().bytes(), charset == null ? StandardCharsets.UTF_8 : charset);
        }
        if (type.startsWith("text/html") || type.startsWith("application/xhtml+xml") || type.equals("null")) {
            if (PageReader.hasTooManyTags(response.body().bytes())) {
                throw new Inconclusive(Cause.UNEXPECTED_FORMAT, "The page has more elements than are read.");
            }
            return PageReader.html(response.body().bytes(), charset == null ? null : charset.name(), selector);
        }
        throw new Inconclusive(
                Cause.UNEXPECTED_FORMAT,
                "The page is of the type " + Printable.start(type, 60) + ", which is not read.");
    }
}
