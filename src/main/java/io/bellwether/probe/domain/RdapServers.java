package io.bellwether.probe.domain;

import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which server tells about which top-level domain (RFC 9224). */
@Singleton
class RdapServers {

    /** Where the servers are listed. */
    static final String REGISTRY = "https://data.iana.org/rdap/dns.json";

    private static final String DATA = "/rdap-dns.json";

    private record Registry(
            String version,
            String publication,
            String description,
            List<List<List<String>>> services,
            List<String> silent) {}

    private final Optional<URI> override;
    private final Map<String, URI> byTop = new HashMap<>();
    private final Set<String> silent;

    /** @param override a server that is asked about every domain */
    RdapServers(Json json, @ConfigProperty(name = "bellwether.rdap.base-url") Optional<URI> override) {
        this.override = override.map(RdapServers::folder);
        Registry registry = read(json);
        this.silent = Set.copyOf(registry.silent());
        for (List<List<String>> service : registry.services()) {
            URI server = folder(URI.create(service.get(1).getFirst()));
            service.get(0).forEach(top -> byTop.put(top, server));
        }
    }

    /** @param domain in lower case */
    Optional<URI> of(String domain) {
        return override.or(() -> Optional.ofNullable(byTop.get(top(domain))));
    }

    /** Whether the registry of its top-level domain is known to have no server; not so where the operator has named one. */
    boolean isSilentAbout(String domain) {
        return override.isEmpty() && silent.contains(top(domain));
    }

    static String top(String domain) {
        return domain.substring(domain.lastIndexOf('.') + 1);
    }

    private static URI folder(URI base) {
        String text = base.toString();
        return text.endsWith("/") ? base : URI.create(text + "/");
    }

    private static Registry read(Json json) {
        try (InputStream data = Objects.requireNonNull(RdapServers.class.getResourceAsStream(DATA), DATA)) {
            return json.read(new String(data.readAllBytes(), StandardCharsets.UTF_8), Registry.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
