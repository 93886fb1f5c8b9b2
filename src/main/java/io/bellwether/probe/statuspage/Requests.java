package io.bellwether.probe.statuspage;

import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** The requests of one run: few, one after the other, none twice. */
final class Requests {

    private static final int MOST = 4;
    private static final String ACCEPT =
            "application/json, application/rss+xml;q=0.9, application/atom+xml;q=0.9, */*;q=0.5";

    private final Wire wire;
    private final Deadline deadline;
    private final Set<URI> asked = new HashSet<>();

    Requests(Wire wire, Deadline deadline) {
        this.wire = wire;
        this.deadline = deadline;
    }

    boolean mayAsk(URI uri) {
        return asked.size() < MOST && !asked.contains(uri);
    }

    WireResponse get(URI uri, int mostBytes) throws WireFailure {
        asked.add(uri);
        return wire.exchange(WireRequest.get(uri).header("Accept", ACCEPT).maxBody(mostBytes), deadline);
    }
}
