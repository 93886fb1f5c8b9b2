package io.bellwether.probe.courtesy;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks a site's robots.txt before a page is fetched that no visitor has asked for. The file is fetched once a day over all nodes,
 * with contacts that count like all others.
 */
@Singleton
public class RobotsCheck {

    /** RFC 9309, 2.3.1.2. */
    private static final int MOST_REDIRECTS = 5;

    private static final byte[] NONE = new byte[0];

    private final CourteousWire wire;
    private final RobotsTable table;
    private final Refusals refusals;

    RobotsCheck(CourteousWire wire, RobotsTable table, Refusals refusals) {
        this.wire = wire;
        this.table = table;
        this.refusals = refusals;
    }

    /**
     * Returns when the page may be fetched.
     *
     * @param page absolute, http or https
     * @throws WireFailure UNKNOWN, with the reason in one sentence, when the file asks not to, or cannot be had for now: a site
     *     whose robots.txt fails has not said yes. One that has none (any 4xx but 429) has
     */
    public void require(URI page, Deadline deadline) throws WireFailure {
        String origin = origin(page);
        String path = (page.getRawPath().isEmpty() ? "/" : page.getRawPath())
                + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        if (!Robots.parse(file(origin, deadline)).allows(path)) {
            throw refusals.of(Refusal.ROBOTS, "%s/robots.txt asks robots not to fetch %.200s.".formatted(origin, path));
        }
    }

    private byte[] file(String origin, Deadline deadline) throws WireFailure {
        Optional<byte[]> known = table.find(origin);
        if (known.isPresent()) {
            return known.get();
        }
        WireRequest request = WireRequest.get(URI.create(origin + "/robots.txt"))
                .maxRedirects(MOST_REDIRECTS)
                .cutAt(Robots.MOST_BYTES);
        byte[] file = body(wire.exchange(request, deadline));
        table.keep(origin, file);
        return file;
    }

    private static byte[] body(WireResponse response) throws WireFailure {
        int status = response.status();
        if (status / 100 == 2) {
            return response.body().bytes();
        }
        boolean redirectsTooOften = response.target() != null;
        if (redirectsTooOften || (status / 100 == 4 && status != 429)) {
            return NONE;
        }
        throw failure(
                Cause.UNEXPECTED_STATUS,
                "%s answers %d, which says nothing of what may be fetched.".formatted(response.uri(), status));
    }

    private static String origin(URI page) throws WireFailure {
        return (page.getScheme() + "://" + host(page) + (page.getPort() < 0 ? "" : ":" + page.getPort()))
                .toLowerCase(Locale.ROOT);
    }

    private static String host(URI address) throws WireFailure {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw failure(Cause.PROTOCOL_ERROR, "'%.200s' is no address of a page.".formatted(address));
        }
        return address.getHost();
    }

    private static WireFailure failure(Cause cause, String reason) {
        return new WireFailure(Outcome.UNKNOWN, cause, reason, Phases.NONE);
    }
}
