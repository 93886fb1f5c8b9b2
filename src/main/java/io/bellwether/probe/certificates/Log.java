package io.bellwether.probe.certificates;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.Json;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.PublicSource;
import io.bellwether.probe.PublicSources;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads an index of certificate transparency logs page by page, and goes on where it ended before. */
@Singleton
class Log {

    private static final int MAX_BODY = 4 * 1024 * 1024;

    /** Of one run; who is not at the end then goes on in the next. */
    private static final int MOST_PAGES = 10;

    private static final int MOST_PER_PAGE = 2_000;
    private static final int MOST_WATCHES = 2_000;

    /** @param subdomains whether names below the domain count, too */
    record Query(String domain, boolean subdomains) {}

    private final Json json;
    private final PublicSource source;
    private final Optional<URI> base;
    private final Optional<String> key;
    private final Map<Query, Watch> watches = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Query, Watch> eldest) {
            return size() > MOST_WATCHES;
        }
    });

    /**
     * @param base of an API as that of Cert Spotter; empty to ask nobody
     * @param key what an account there is told by; without one fewer questions are answered
     */
    Log(
            PublicSources sources,
            Json json,
            @ConfigProperty(name = "bellwether.certificates.base-url", defaultValue = "https://api.certspotter.com")
                    Optional<URI> base,
            @ConfigProperty(name = "bellwether.certificates.api-key") Optional<String> key) {
        this.json = json;
        this.source = sources.of("The index of certificate logs");
        this.base = base.map(uri -> URI.create(uri.toString().replaceAll("/+$", "")));
        this.key = key;
    }

    /** Where a query can be looked up; empty when nowhere. */
    String source(Query query) {
        return base.map(uri -> address(uri, query, null).toString()).orElse("");
    }

    /** What is known without asking. */
    Watch known(Query query) {
        return watches.getOrDefault(query, Watch.NEW);
    }

    /**
     * Reads on, up to the end or for ten pages; what was read is known even if the next page fails.
     *
     * @throws WireFailure UNKNOWN when a page cannot be had
     */
    Watch read(Query query, ProbeContext context) throws WireFailure {
        URI from = base.orElseThrow(() -> new WireFailure(
                Outcome.UNKNOWN,
                Cause.NOT_CONFIGURED,
                "No index of certificate logs is configured; BELLWETHER_CERTIFICATES_BASE_URL is empty.",
                Phases.NONE));
        Watch watch = known(query);
        for (int page = 0; page < MOST_PAGES; page++) {
            List<Issuance> issuances = page(address(from, query, watch.after()), context);
            String before = watch.after();
            watch = watch.with(issuances, context.startedAt());
            watches.put(query, watch);
            if (watch.complete()) {
                return watch;
            }
            if (String.valueOf(watch.after()).equals(before)) {
                throw source.unreadable(new IllegalArgumentException("its pages do not go on"));
            }
        }
        return watch;
    }

    /** What can be gone on from. */
    private List<Issuance> page(URI address, ProbeContext context) throws WireFailure {
        WireRequest request =
                WireRequest.get(address).header("Accept", "application/json").maxBody(MAX_BODY);
        WireRequest signed = key.map(secret -> request.header("Authorization", "Bearer " + secret))
                .orElse(request);
        String text = source.get(signed, context).text();
        try {
            List<@Nullable Issuance> issuances = json.read(text, new TypeReference<>() {});
            if (issuances == null || issuances.size() > MOST_PER_PAGE) {
                throw new IllegalArgumentException("it is no page");
            }
            List<Issuance> named = issuances.stream()
                    .flatMap(issuance -> issuance != null && issuance.hasId() ? Stream.of(issuance) : Stream.empty())
                    .toList();
            if (named.isEmpty() && !issuances.isEmpty()) {
                throw new IllegalArgumentException("it names no certificate");
            }
            return named;
        } catch (IllegalArgumentException e) {
            throw source.unreadable(e);
        }
    }

    private static URI address(URI base, Query query, @Nullable String after) {
        return URI.create(base + "/v1/issuances?domain=" + query.domain() + "&include_subdomains=" + query.subdomains()
                + "&expand=dns_names&expand=issuer"
                + (after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8)));
    }
}
