package io.bellwether.probe.filings;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.PublicSource;
import io.bellwether.probe.PublicSources;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the SEC under its rules of fair access: we say who we are, keep below ten requests a second, and when refused leave it
 * alone for a while, with all companies and on all nodes, because who asks on is shut out longer.
 */
@Singleton
class FilingsClient {

    /** The largest companies' files have some megabytes; a smaller limit would lose exactly these. */
    private static final int MAX_BODY = WireRequest.LARGEST_MAX_BODY;

    /** As much as is read in 50 ms; the longest annual reports of the largest companies have more. */
    private static final int MOST_OF_DOCUMENT = 6 * 1024 * 1024;

    private static final String LISTS = "https://data.sec.gov";
    private static final String ARCHIVE = "https://www.sec.gov";

    /** Ten requests a second are allowed; it counts them as they arrive, which is not quite as they leave. */
    private static final Duration APART = Duration.ofMillis(125);

    private final PublicSource source;
    private final URI base;
    private final URI archive;
    private final Optional<String> userAgent;

    /** @param archive where the documents are; empty for the SEC's own, or where the lists come from when that is another */
    FilingsClient(
            PublicSources sources,
            @ConfigProperty(name = "bellwether.filings.base-url", defaultValue = LISTS) URI base,
            @ConfigProperty(name = "bellwether.filings.archive-url") Optional<URI> archive,
            @ConfigProperty(name = "bellwether.filings.user-agent") Optional<String> userAgent) {
        this.source = sources.of("The SEC", APART);
        this.base = base;
        this.archive = archive.orElseGet(() -> archiveOf(base));
        this.userAgent = userAgent;
    }

    /** The SEC has lists and documents on two hosts; a mirror has both. */
    static URI archiveOf(URI base) {
        return URI.create(LISTS).getHost().equals(base.getHost()) ? URI.create(ARCHIVE) : base;
    }

    /** @throws WireFailure UNKNOWN also where nothing was sent: not configured, or paused */
    WireResponse submissions(long cik, ProbeContext context) throws WireFailure {
        return get(numbered("/submissions/CIK%010d.json", cik), context);
    }

    /**
     * A page of older filings.
     *
     * @param name as the list of submissions gives it; checked by the caller
     * @throws WireFailure as {@link #submissions}
     */
    WireResponse page(String name, ProbeContext context) throws WireFailure {
        return get("/submissions/" + name, context);
    }

    /**
     * All the figures that it has ever filed.
     *
     * @throws WireFailure as {@link #submissions}
     */
    WireResponse companyFacts(long cik, ProbeContext context) throws WireFailure {
        return get(numbered("/api/xbrl/companyfacts/CIK%010d.json", cik), context);
    }

    /**
     * The begin of a filing's main document.
     *
     * @param name as the list of submissions gives it; checked by the caller, as is the accession number
     * @throws WireFailure as {@link #submissions}
     */
    WireResponse document(long cik, String accession, String name, ProbeContext context) throws WireFailure {
        String path = "/Archives/edgar/data/" + cik + "/" + accession.replace("-", "") + "/" + name;
        return get(WireRequest.get(at(archive, path)).cutAt(MOST_OF_DOCUMENT), context);
    }

    private static String numbered(String path, long cik) {
        return String.format(Locale.ROOT, path, cik);
    }

    private static URI at(URI base, String path) {
        return URI.create(base.toString().replaceAll("/+$", "") + path);
    }

    private WireResponse get(String path, ProbeContext context) throws WireFailure {
        return get(WireRequest.get(at(base, path)).maxBody(MAX_BODY), context);
    }

    private WireResponse get(WireRequest request, ProbeContext context) throws WireFailure {
        String agent = userAgent.orElseThrow(() -> new WireFailure(
                Outcome.UNKNOWN,
                Cause.NOT_CONFIGURED,
                "Set BELLWETHER_FILINGS_USER_AGENT to a company and a contact address.",
                Phases.NONE));
        String host = PublicSource.host(base);
        WireResponse response = source.ask(host, request.header("User-Agent", agent), context);
        if (response.status() == 403) {
            source.close(host, response, context);
        }
        return response;
    }
}
