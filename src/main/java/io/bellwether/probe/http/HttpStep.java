package io.bellwether.probe.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bellwether.platform.secret.Secret;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.RequestHeaders;
import io.bellwether.probe.TextPattern;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request of several that follow each other.
 *
 * @param name for people
 * @param url whole, or relative to the probe's
 * @param extract what to carry into later steps
 */
@Obeys(CoherentRequest.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record HttpStep(
        @Size(min = 1, max = 60) @Nullable String name,

        @NotNull @Size(min = 1, max = 2_048) @Obeys(StepAddress.class)
        String url,

        @Nullable Method method,

        @Obeys(RequestHeaders.class) @Secret(keys = RequestHeaders.CREDENTIALS) @Nullable Map<String, String> headers,

        @Size(max = 65_536) @Nullable String body,
        @Size(min = 1, max = 50) @Nullable List<@NotNull @Obeys(StatusRange.Rule.class) String> expectStatus,
        @Size(min = 1, max = 10_000) @Nullable String bodyContains,

        @Size(min = 1, max = 1_000) @Obeys(TextPattern.Compiles.class) @Nullable String bodyMatches,

        @Size(min = 1, max = 1_000) @Obeys(BodyPath.Rule.class) @Nullable String jsonPath,

        @Obeys(ExpectedHeaders.class) @Nullable Map<String, String> expectHeaders,
        @Nullable Boolean followRedirects,
        @Min(0) @Max(BodySize.MOST) @Nullable Integer minBytes,
        @Min(0) @Max(BodySize.MOST) @Nullable Integer maxBytes,
        @Valid @Nullable ExpectedRedirect expectRedirect,
        @Size(min = 1, max = 50) @Nullable List<@NotNull @Valid JsonCheck> json,
        @Obeys(BodySchema.Rule.class) @Nullable Map<String, Object> jsonSchema,
        @Size(min = 1, max = 20) @Nullable List<@NotNull @Valid Extraction> extract)
        implements Exchange {

    List<Extraction> extractions() {
        return Objects.requireNonNullElse(extract, List.of());
    }

    boolean hides() {
        return extractions().stream().anyMatch(Extraction::hides);
    }

    @Override
    public String toString() {
        return "HttpStep[" + url + "]";
    }
}
