package io.bellwether.probe.statuspage;

import io.bellwether.probe.statuspage.document.Html;
import io.bellwether.probe.statuspage.format.Format;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a page's feed may be, the likeliest first. */
final class Candidates {

    private static final Pattern FEED_PATH =
            Pattern.compile(".*\\.(?:json|xml|rss|atom)|.*/(?:api|feed|rss|atom)(?:/.*)?");

    private Candidates() {}

    /** Without having seen the page. */
    static List<URI> of(URI page) {
        if (isFeed(page)) {
            return List.of(page);
        }
        Optional<URI> known = Format.ofPage(page).flatMap(format -> format.feed(page));
        return known.map(List::of)
                .orElseGet(() -> distinct(
                        Stream.concat(Stream.concat(feed(Format.STATUSPAGE, page), Stream.of(page)), usual(page))));
    }

    /** Whether the address is a feed's rather than a page's, by its path. */
    static boolean isFeed(URI page) {
        return FEED_PATH.matcher(String.valueOf(page.getRawPath())).matches();
    }

    /** Knowing the page: what it says it is made with, then what it advertises. */
    static List<URI> saidBy(Html html, URI page) {
        Stream<URI> marked = Format.markedIn(html).stream()
                .flatMap(format -> format.feed(html).or(() -> format.feed(page)).stream());
        return distinct(Stream.concat(marked, html.feeds().stream()));
    }

    private static Stream<URI> usual(URI page) {
        return Stream.of(Format.INSTATUS, Format.BETTER_STACK).flatMap(format -> feed(format, page));
    }

    private static Stream<URI> feed(Format format, URI page) {
        return format.feed(page).stream();
    }

    private static List<URI> distinct(Stream<URI> candidates) {
        return candidates.distinct().toList();
    }
}
