package io.bellwether.probe.registry;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.Json;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.PublicSource;
import io.bellwether.probe.PublicSources;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks the worldwide index of legal entities (ISO 17442) of the Global Legal Entity Identifier Foundation. */
@Singleton
class Gleif {

    private static final int MAX_BODY = 1024 * 1024;

    /** It lets an address ask 60 times a minute. */
    private static final Duration APART = Duration.ofSeconds(1);

    private final Json json;
    private final PublicSource source;
    private final Optional<URI> base;

    /** @param base empty to ask nobody */
    Gleif(
            PublicSources sources,
            Json json,
            @ConfigProperty(name = "bellwether.gleif.base-url", defaultValue = "https://api.gleif.org/api/v1")
                    Optional<URI> base) {
        this.json = json;
        this.source = sources.of("The index of legal entities", APART);
        this.base = base.map(uri -> URI.create(uri.toString().replaceAll("/+$", "")));
    }

    /** @throws WireFailure UNKNOWN also where nothing was sent, or no such entity is known */
    LegalEntity entity(String lei, ProbeContext context) throws WireFailure {
        WireResponse response = ask(lei, "", context)
                .orElseThrow(() -> unknown("The index of legal entities knows no " + lei + "; check the LEI."));
        Answer data = data(response);
        if (!lei.equals(data.part("attributes").text("lei"))) {
            throw source.unreadable(new IllegalArgumentException("it is not about " + lei));
        }
        return new LegalEntity(
                data,
                parent(lei, data, "direct-parent", context),
                parent(lei, data, "ultimate-parent", context),
                response.phases());
    }

    /** Where the record says why there is none, nobody is asked; links in it are never followed. */
    private Answer parent(String lei, Answer data, String which, ProbeContext context) throws WireFailure {
        if (data.part("relationships").part(which).part("links").has("reporting-exception")) {
            return Answer.EMPTY;
        }
        Optional<WireResponse> response = ask(lei, "/" + which, context);
        return response.isEmpty() ? Answer.EMPTY : data(response.get());
    }

    private Optional<WireResponse> ask(String lei, String what, ProbeContext context) throws WireFailure {
        URI from = base.orElseThrow(
                () -> unknown("No index of legal entities is configured; BELLWETHER_GLEIF_BASE_URL is empty."));
        WireRequest request = WireRequest.get(URI.create(from + "/lei-records/" + lei + what))
                .header("Accept", "application/vnd.api+json")
                .maxBody(MAX_BODY);
        return source.find(request, context);
    }

    private Answer data(WireResponse response) throws WireFailure {
        try {
            @Nullable Map<String, Object> values = json.map(response.text());
            if (values == null || !(values.get("data") instanceof Map<?, ?> data)) {
                throw new IllegalArgumentException("it has no data");
            }
            return new Answer(data);
        } catch (IllegalArgumentException e) {
            throw source.unreadable(e);
        }
    }

    private static WireFailure unknown(String reason) {
        return new WireFailure(Outcome.UNKNOWN, Cause.NOT_CONFIGURED, reason, Phases.NONE);
    }
}
