package io.bellwether.probe.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request with what its answer must be; everything but where it goes. */
interface Exchange {

    @Nullable Method method();

    @Nullable Map<String, String> headers();

    @Nullable String body();

    /** Statuses and ranges that are right; 200-299 when absent, 300-399 where a redirect is expected and not followed. */
    @Nullable List<String> expectStatus();

    @Nullable String bodyContains();

    /** A regular expression to be found somewhere in the body. */
    @Nullable String bodyMatches();

    /** An expression whose result must be there and be neither false, 0 nor empty. */
    @Nullable String jsonPath();

    /** Text that the header of the name must hold, without regard to case. */
    @Nullable Map<String, String> expectHeaders();

    /** True when absent. */
    @Nullable Boolean followRedirects();

    /** The least the body may have, in bytes after decompression. */
    @Nullable Integer minBytes();

    /** The most the body may have, in bytes after decompression. */
    @Nullable Integer maxBytes();

    @Nullable ExpectedRedirect expectRedirect();

    @Nullable List<JsonCheck> json();

    /** A JSON Schema that the body must satisfy. */
    @Nullable Map<String, Object> jsonSchema();

    default Method methodOrDefault() {
        return Objects.requireNonNullElse(method(), Method.GET);
    }

    default boolean follows() {
        return !Boolean.FALSE.equals(followRedirects());
    }

    default boolean readsBody() {
        return bodyContains() != null
                || bodyMatches() != null
                || jsonPath() != null
                || json() != null
                || jsonSchema() != null
                || minBytes() != null
                || maxBytes() != null;
    }
}
