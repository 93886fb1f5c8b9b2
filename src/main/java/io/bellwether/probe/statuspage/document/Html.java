package io.bellwether.probe.statuspage.document;

import io.bellwether.platform.egress.Location;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a page for people gives away about its feeds. */
public final class Html {

    private static final int LOOK_AT = 512 * 1024;
    private static final Pattern LINK = Pattern.compile("<link\\b[^<>]{1,2000}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern FEED_TYPE =
            Pattern.compile("application/(?:rss|atom)\\+xml", Pattern.CASE_INSENSITIVE);
    private static final Pattern HREF =
            Pattern.compile("\\bhref\\s*=\\s*[\"']?([^\"'\\s<>]+)", Pattern.CASE_INSENSITIVE);

    private final URI uri;
    private final String text;
    private final String lower;

    Html(URI uri, String text) {
        this.uri = uri;
        this.text = text.substring(0, Math.min(text.length(), LOOK_AT));
        this.lower = this.text.toLowerCase(Locale.ROOT);
    }

    /** @param mark in lower case */
    public boolean mentions(String mark) {
        return lower.contains(mark);
    }

    /** The first group of the first match. */
    public Optional<String> find(Pattern pattern) {
        return pattern.matcher(text).results().map(match -> match.group(1)).findFirst();
    }

    /** The feeds it advertises ({@code <link rel="alternate">}), in their order. */
    public List<URI> feeds() {
        return LINK.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(link -> FEED_TYPE.matcher(link).find())
                .flatMap(this::address)
                .distinct()
                .toList();
    }

    private Stream<URI> address(String link) {
        return HREF.matcher(link)
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .limit(1)
                .flatMap(href -> {
                    try {
                        URI address = Location.resolve(uri, href);
                        return String.valueOf(address.getScheme()).startsWith("http") && address.getHost() != null
                                ? Stream.of(address)
                                : Stream.empty();
                    } catch (URISyntaxException e) {
                        return Stream.empty();
                    }
                });
    }
}
