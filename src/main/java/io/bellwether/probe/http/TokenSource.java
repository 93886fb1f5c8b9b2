package io.bellwether.probe.http;

import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Route;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fetches tokens and keeps them, in memory only, until shortly before they expire. */
@Singleton
final class TokenSource {

    private static final int MAX_ANSWER = 256 * 1024;

    /** A token must last longer than the request it is for, and clocks differ. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private record Kept(Grant.Token token, Instant until) {}

    private final Map<ClientCredentials, Kept> kept = new ConcurrentHashMap<>();
    private final Wire wire;

    TokenSource(Wire wire) {
        this.wire = wire;
    }

    /** @throws WireFailure when there is no token; its phases are none, for the service itself was not asked */
    String token(ClientCredentials client, Route route, Instant now, Deadline deadline) throws WireFailure {
        Kept known = kept.get(client);
        if (known != null && now.isBefore(known.until())) {
            return known.token().value();
        }
        return switch (fetch(client, route, deadline)) {
            case Grant.Token token -> {
                keep(client, token, now);
                yield token.value();
            }
            case Grant.None none -> throw new WireFailure(none.outcome(), none.cause(), none.reason(), Phases.NONE);
        };
    }

    private Grant fetch(ClientCredentials client, Route route, Deadline deadline) {
        try {
            return TokenAnswer.judge(wire.exchange(request(client, route), deadline));
        } catch (WireFailure e) {
            return Grant.None.because(e);
        }
    }

    /** Forgets a token that was refused, so that the next attempt asks for another. */
    void forget(ClientCredentials client) {
        kept.remove(client);
    }

    private void keep(ClientCredentials client, Grant.Token token, Instant now) {
        kept.values().removeIf(other -> !now.isBefore(other.until()));
        Duration tenth = token.lifetime().dividedBy(10);
        kept.put(
                client,
                new Kept(token, now.plus(token.lifetime()).minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN)));
    }

    static WireRequest request(ClientCredentials client, Route route) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        put(form, "scope", client.scope());
        put(form, "audience", client.audience());
        boolean inBody = client.sendSecret() == ClientCredentials.SendSecret.BODY;
        if (inBody) {
            form.put("client_id", client.clientId());
            form.put("client_secret", client.clientSecret());
        }
        WireRequest request = WireRequest.post(client.tokenUrl(), "application/x-www-form-urlencoded", encoded(form))
                .header("Accept", "application/json")
                .maxRedirects(0)
                .maxBody(MAX_ANSWER)
                .route(route);
        return inBody ? request : request.header("Authorization", basic(client));
    }

    /** Both halves are form-encoded first (RFC 6749, 2.3.1). */
    private static String basic(ClientCredentials client) {
        String pair = encoded(client.clientId()) + ":" + encoded(client.clientSecret());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(Map<String, String> form, String name, @Nullable String value) {
        if (value != null) {
            form.put(name, value);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
