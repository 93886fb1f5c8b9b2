package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Document;
import io.bellwether.probe.statuspage.document.Html;
import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The formats that can be read; a document that might be of several is of the first. */
public enum Format {
    /** Atlassian Statuspage, version 2 of its API; incident.io answers the same. */
    STATUSPAGE(new Statuspage()),
    INSTATUS(new Instatus()),
    BETTER_STACK(new BetterStack()),
    /** incident.io's own summary for widgets. */
    INCIDENT_IO(new IncidentIo()),
    STATUS_IO(new StatusIo()),
    SLACK(new Slack()),
    SALESFORCE_TRUST(new SalesforceTrust()),
    GOOGLE(new Google()),
    AWS(new Aws()),
    AZURE_RSS(new AzureRss()),
    HEROKU(new Heroku()),
    ZENDESK(new Zendesk()),
    /** Stripe's own, older than its Statuspage. */
    STRIPE(new Stripe()),
    ALGOLIA(new Algolia()),
    UPTIME_ROBOT(new UptimeRobot()),
    ROOTLY(new Rootly()),
    CACHET(new Cachet()),
    UPTIME_KUMA(new UptimeKuma()),
    GATUS(new Gatus()),
    FRESHSTATUS(new Freshstatus()),
    /** Any RSS or Atom feed whose entries say how far an incident is. */
    RSS(new Rss());

    /** As many bytes as a feed of most formats may have. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    /** Dialects have no state. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Dialect dialect;

    Format(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The format a document has; empty when it has none of them. */
    public static Optional<Format> of(Document document) {
        boolean telling = !(document instanceof Document.OfJson json) || tells(json.root());
        return all(format -> format.dialect.owns(document.uri()) || telling)
                .filter(format -> format.fits(document))
                .findFirst();
    }

    /** An empty list may be anybody's, also in an envelope. */
    private static boolean tells(Node root) {
        Node list = root.at("data").isList() ? root.at("data") : root;
        return list.isObject() || list.first().present();
    }

    /** The format a page at this address is known to have. */
    public static Optional<Format> ofPage(URI page) {
        return all(format -> format.dialect.owns(page)).findFirst();
    }

    /** The formats a page for people gives away. */
    public static List<Format> markedIn(Html html) {
        return all(format -> format.dialect.marks().stream().anyMatch(html::mentions))
                .toList();
    }

    public boolean fits(Document document) {
        return dialect.fits(document);
    }

    /** @param companion the document at {@link #companion}, null without */
    public StatusPage read(Document document, @Nullable Document companion, Instant now) {
        Node second = companion instanceof Document.OfJson json ? json.root() : Node.ABSENT;
        return dialect.read(document, new Reading(document.uri(), second, now));
    }

    /** Where a page at this address would keep its feed; empty when that cannot be told from the address. */
    public Optional<URI> feed(URI page) {
        return dialect.feed(page);
    }

    /** Where a page for people says that its feed is; empty when it does not. */
    public Optional<URI> feed(Html html) {
        return dialect.feed(html);
    }

    /** Where the second document is that completes a feed; empty when there is none. */
    public Optional<URI> companion(URI feed) {
        return dialect.companion(feed);
    }

    /** How many bytes a feed of this format may have. */
    public int mostBytes() {
        return dialect.mostBytes();
    }

    private static Stream<Format> all(Predicate<Format> those) {
        return Arrays.stream(values()).filter(those);
    }
}
