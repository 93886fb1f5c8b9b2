package io.bellwether.probe.domain;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.PublicSources;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Asks registers about domains (RFC 9082). A register that asks us to slow down is left alone for a while, with all its
 * domains.
 */
@Singleton
class RdapClient {

    /** A registration is some kilobytes; the longest have many contacts and notices. */
    private static final int MAX_BODY = 512 * 1024;

    /** A host lies at most so far below what was registered, and nobody is asked more often at a time. */
    private static final int MOST_REQUESTS = 3;

    /** What servers say to a name that nobody can have registered, as www.example.com or co.uk. */
    private static final Set<Integer> NO_SUCH_DOMAIN = Set.of(400, 404, 422);

    private final PublicSources sources;
    private final RdapServers servers;

    RdapClient(PublicSources sources, RdapServers servers) {
        this.sources = sources;
        this.servers = servers;
    }

    /**
     * What the register says to the name, or to the nearest name above it that it knows.
     *
     * @throws WireFailure UNKNOWN also where nothing was sent: no server known, or paused
     */
    WireResponse registration(String name, ProbeContext context) throws WireFailure {
        URI server = servers.of(name)
                .orElseThrow(() -> new WireFailure(
                        Outcome.UNKNOWN,
                        Cause.NOT_CONFIGURED,
                        "No register is known to tell about ." + RdapServers.top(name)
                                + " domains by RDAP; BELLWETHER_RDAP_BASE_URL can name a server.",
                        Phases.NONE));
        WireResponse response = null;
        for (String candidate : candidates(name)) {
            response = ask(server, candidate, context);
            if (!NO_SUCH_DOMAIN.contains(response.status())) {
                return response;
            }
        }
        if (response == null) {
            throw new IllegalStateException("no candidate for " + name);
        }
        return response;
    }

    /** The name and the names above it, longest first; never a top-level domain, and at most three. */
    static List<String> candidates(String name) {
        String[] labels = name.split("\\.");
        List<String> names = IntStream.range(0, labels.length - 1)
                .mapToObj(first -> String.join(".", List.of(labels).subList(first, labels.length)))
                .toList();
        return names.subList(Math.max(0, names.size() - MOST_REQUESTS), names.size());
    }

    private WireResponse ask(URI server, String domain, ProbeContext context) throws WireFailure {
        WireRequest request = WireRequest.get(server.resolve("domain/" + domain))
                .header("Accept", "application/rdap+json, application/json;q=0.9")
                .maxBody(MAX_BODY);
        return sources.of(server.getHost()).ask(request, context);
    }
}
