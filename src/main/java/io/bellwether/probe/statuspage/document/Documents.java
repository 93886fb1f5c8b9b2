package io.bellwether.probe.statuspage.document;

import io.bellwether.platform.Json;
import io.bellwether.platform.egress.WireResponse;
import java.util.Locale;

/** Reads bodies as what they are, whatever their Content-Type says. */
public final class Documents {

    private static final int START = 1024;

    private Documents() {}

    /** @throws Unreadable when it is neither JSON, nor a feed, nor HTML */
    public static Document read(WireResponse response, Json json) throws Unreadable {
        String text = BodyText.of(response.body().bytes(), response.header("Content-Type"))
                .strip();
        if (text.isEmpty()) {
            throw new Unreadable("is empty");
        }
        return switch (text.charAt(0)) {
            case '{', '[' -> new Document.OfJson(response.uri(), json(text, json));
            case '<' ->
                html(text)
                        ? new Document.OfHtml(response.uri(), new Html(response.uri(), text))
                        : new Document.OfFeed(response.uri(), FeedReader.read(text));
            default -> throw new Unreadable("is neither JSON nor a feed but begins with " + beginning(text));
        };
    }

    private static Node json(String text, Json json) throws Unreadable {
        try {
            return new Node(json.read(text, Object.class));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("begins like JSON but is broken or breaks off");
        }
    }

    private static boolean html(String text) {
        String start = text.substring(0, Math.min(text.length(), START)).toLowerCase(Locale.ROOT);
        return (start.contains("<!doctype html") || start.contains("<html"))
                && !start.contains("<rss")
                && !start.contains("<feed");
    }

    private static String beginning(String text) {
        return "'" + text.substring(0, Math.min(text.length(), 20)).replaceAll("[\\s\\p{Cntrl}]+", " ") + "'";
    }
}
