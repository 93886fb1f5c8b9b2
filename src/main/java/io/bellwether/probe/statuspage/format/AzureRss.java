package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Document;
import io.bellwether.probe.statuspage.document.Feed;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Azure's feed, which is empty when all is well; an entry is an incident until it says that it is over. */
final class AzureRss implements Dialect {

    private static final URI FEED = URI.create("https://rssfeed.azure.status.microsoft/en-us/status/feed/");

    @Override
    public boolean fits(Document document) {
        return document instanceof Document.OfFeed feed
                && (owns(document.uri()) || feed.feed().title().startsWith("Azure Status"));
    }

    @Override
    public StatusPage read(Document document, Reading reading) {
        List<Feed.Entry> entries =
                document instanceof Document.OfFeed feed ? feed.feed().entries() : List.of();
        return StatusPage.of("Azure", entries.stream().map(AzureRss::incident).toList());
    }

    @Override
    public Optional<URI> feed(URI page) {
        return owns(page) ? Optional.of(FEED) : Optional.empty();
    }

    @Override
    public boolean owns(URI page) {
        return Address.within(page, "azure.status.microsoft") || Address.within(page, "status.azure.com");
    }

    private static Incident incident(Feed.Entry entry) {
        EntryState state = EntryState.of(entry);
        boolean open = state != EntryState.OVER;
        Level trouble = state == EntryState.SILENT ? Level.UNKNOWN : EntryState.level(entry);
        Level level = open ? trouble : Level.OPERATIONAL;
        return new Incident(EntryState.notice(entry, open), open, open ? "active" : "over", "", level);
    }
}
