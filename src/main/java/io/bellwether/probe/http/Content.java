package io.bellwether.probe.http;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidJsonException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.bellwether.platform.egress.WireResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer says; decoded and parsed at most once, when first asked for. */
final class Content {

    static final Configuration JSON = Configuration.builder()
            .jsonProvider(new JacksonJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .build();

    private final WireResponse response;
    private @Nullable String text;
    private @Nullable Object json;

    Content(WireResponse response) {
        this.response = response;
    }

    WireResponse response() {
        return response;
    }

    String text() {
        if (text == null) {
            text = response.text();
        }
        return text;
    }

    /** The body's objects as maps, its arrays as lists; empty when it is not JSON, or only {@code null}. */
    Optional<Object> json() {
        if (json == null) {
            json = parsed(text());
        }
        return Optional.ofNullable(json);
    }

    private static @Nullable Object parsed(String text) {
        try {
            return text.isBlank() ? null : JSON.jsonProvider().parse(text);
        } catch (InvalidJsonException | IllegalArgumentException e) {
            return null;
        }
    }
}
