package io.bellwether.probe.statuspage;

import io.bellwether.core.Cause;
import io.bellwether.platform.Json;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.statuspage.document.Document;
import io.bellwether.probe.statuspage.document.Documents;
import io.bellwether.probe.statuspage.document.Unreadable;
import io.bellwether.probe.statuspage.format.Format;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a feed whose address is known, and the document that completes it. */
final class Reader {

    private final Requests requests;
    private final Json json;

    Reader(Requests requests, Json json) {
        this.requests = requests;
        this.json = json;
    }

    /**
     * @param format which it has to be; null for whichever it is
     * @throws Refusal when it is not
     */
    Found feed(URI feed, @Nullable Format format) throws WireFailure, Refusal {
        int most = Optional.ofNullable(format)
                .or(() -> Format.ofPage(feed))
                .map(Format::mostBytes)
                .orElse(Format.MOST_BYTES);
        WireResponse response = requests.get(feed, most);
        Verdict refusal = Refusal.of(response);
        if (refusal != null) {
            throw new Refusal(refusal);
        }
        Document document = document(response);
        Format found = Format.of(document).orElse(null);
        Format read = format == null ? found : format;
        if (read == null || !read.fits(document)) {
            String instead = found == null ? Search.kind(document) : "has the format " + found;
            String expected = format == null ? "" : ", not " + format;
            throw unexpected(response, "The feed " + instead + expected + ".");
        }
        return new Found(read, feed, document, response);
    }

    /**
     * The second document of formats that have two; null where there is none, or where it cannot be had and need not.
     *
     * @throws Refusal when it cannot be had but is needed to know what was chosen
     */
    @Nullable Document companion(Found found, Wanted wanted) throws Refusal {
        Optional<URI> address = found.format().companion(found.response().uri());
        Document companion = address.map(uri -> companion(uri, found.format())).orElse(null);
        if (address.isPresent() && companion == null && !wanted.components().isEmpty()) {
            throw unexpected(
                    found.response(), "The page's list of components could not be read at " + address.get() + ".");
        }
        return companion;
    }

    private @Nullable Document companion(URI address, Format format) {
        if (!requests.mayAsk(address)) {
            return null;
        }
        try {
            WireResponse response = requests.get(address, format.mostBytes());
            return Refusal.of(response) == null ? Documents.read(response, json) : null;
        } catch (WireFailure | Unreadable e) {
            return null;
        }
    }

    private Document document(WireResponse response) throws Refusal {
        try {
            return Documents.read(response, json);
        } catch (Unreadable e) {
            throw unexpected(response, "The feed " + e.seen() + ".");
        }
    }

    private static Refusal unexpected(WireResponse response, String reason) {
        return new Refusal(Refusal.unknown(response, Cause.UNEXPECTED_FORMAT, reason, Map.of()));
    }
}
