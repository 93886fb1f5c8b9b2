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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which server tells about which top-level domain (RFC 9224). */
@Singleton
class RdapServers {

    private static final String DATA = "/rdap-dns.json";

    private record Registry(
            String version, String publication, String description, List<List<List<String>>> services) {}

    private final Optional<URI> override;
    private final Map<String, URI> byTop = new HashMap<>();

    /** @param override a server that is asked about every domain */
    RdapServers(Json json, @ConfigProperty(name = "bellwether.rdap.base-url") Optional<URI> override) {
        this.override = override.map(RdapServers::folder);
        for (List<List<String>> service : read(json).services()) {
            URI server = folder(URI.create(service.get(1).getFirst()));
            service.get(0).forEach(top -> byTop.put(top, server));
        }
    }

    /** @param domain in lower case */
    Optional<URI> of(String domain) {
        String top = domain.substring(domain.lastIndexOf('.') + 1);
        return override.or(() -> Optional.ofNullable(byTop.get(top)));
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
