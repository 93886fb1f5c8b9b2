package io.bellwether.probe.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.HttpVersion;
import io.bellwether.platform.egress.IpVersion;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.platform.secret.Secret;
import io.bellwether.probe.BotWall;
import io.bellwether.probe.HttpAddress;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.PositiveTime;
import io.bellwether.probe.Probe;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.RequestHeaders;
import io.bellwether.probe.TextPattern;
import io.bellwether.probe.Verdict;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends one HTTP request, or several that follow each other, and judges status, headers, body and time. */
@Singleton
final class HttpProbe implements Probe<HttpProbe.Settings> {

    /**
     * For what an answer must be, see {@link Exchange}.
     *
     * @param url of the one request, or what those of the steps are relative to
     * @param headers of the one request, or of every step that goes to the origin of the URL
     * @param degradedAfter an answer, or all steps together, that took longer is DEGRADED
     * @param auth goes to the origin of the URL only
     * @param protocol HTTP1 when absent; HTTP2 needs a URL of https
     * @param ipVersion ANY when absent
     * @param reuseConnection whether the first attempt of a run may use a connection that the run before has left open; false
     *     when absent, for then the time is what somebody who has just arrived has to wait
     * @param steps requests to send instead of one, in order, up to the first that fails
     * @param cookies whether cookies are sent back, across redirects and steps; false when absent
     * @param secrets values by name that headers and bodies, and URLs of steps, hold as {@code {{name}}}
     */
    @Obeys(CoherentRequest.class)
    @Obeys(CoherentSettings.class)
    @Obeys(CarriedValues.class)
    @Obeys(ReusableConnection.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Settings(
            @NotNull @Obeys(HttpAddress.class) URI url,
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
            @Obeys(PositiveTime.class) @Nullable Duration degradedAfter,
            @Valid @Nullable Auth auth,
            @Nullable HttpVersion protocol,
            @Nullable IpVersion ipVersion,
            @Valid @Nullable ProxySettings proxy,
            @Nullable Boolean reuseConnection,

            @Size(min = 1, max = 20) @Nullable List<@NotNull @Valid HttpStep> steps,

            @Nullable Boolean cookies,

            @Size(min = 1, max = 20) @Obeys(SecretNames.class) @Secret @Nullable Map<String, String> secrets)
            implements Exchange {

        Map<String, String> secretsOrNone() {
            return Objects.requireNonNullElse(secrets, Map.of());
        }

        @Override
        public String toString() {
            return "Settings[" + url + "]";
        }
    }

    private final HttpRuns runs;

    HttpProbe(HttpRuns runs) {
        this.runs = runs;
    }

    @Override
    public String kind() {
        return "http";
    }

    @Override
    public String description() {
        return "Sends a request, or several in order, and checks status, headers, body and time.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) {
        Redaction redaction = Redaction.of(settings);
        Verdict verdict;
        try {
            HttpRun run = runs.begin(settings, context);
            redaction.addCredentials(run.authorization());
            verdict = settings.steps() == null
                    ? alone(settings, run)
                    : new Flow(run, redaction).run(settings.steps(), settings.degradedAfter());
        } catch (WireFailure e) {
            verdict = Verdict.of(e);
        }
        return redaction.applied(withProxy(settings.proxy(), verdict));
    }

    private static Verdict alone(Settings settings, HttpRun run) throws WireFailure {
        Map<String, String> secrets = settings.secretsOrNone();
        Map<String, String> headers = Placeholders.headers(settings.headers(), secrets);
        String body = Placeholders.body(settings.body(), secrets, headers);
        WireResponse response = run.send(settings, settings.url(), headers, body);
        // That a token was fetched before, now and then, is not the service's slowness.
        return judge(settings, response).lasting(response.millis());
    }

    static Verdict judge(Settings settings, WireResponse response) {
        Verdict verdict = judge(settings, new Content(response));
        Duration degradedAfter = settings.degradedAfter();
        if (!verdict.outcome().good() || degradedAfter == null || response.millis() <= degradedAfter.toNanos() / 1e6) {
            return verdict;
        }
        String reason = String.format(
                Locale.ROOT,
                "Status %d in %.0f ms, slower than %d ms.",
                response.status(),
                response.millis(),
                degradedAfter.toMillis());
        return verdict(response, Outcome.DEGRADED, Cause.SLOW, reason);
    }

    /** Everything but the time. */
    static Verdict judge(Exchange exchange, Content content) {
        WireResponse response = content.response();
        List<String> right = StatusRange.right(exchange);
        boolean expected = StatusRange.any(right, response.status());
        Optional<String> wall = expected ? BotWall.challenge(response) : BotWall.sign(response);
        if (wall.isPresent()) {
            return verdict(
                    response,
                    Outcome.UNKNOWN,
                    Cause.BOT_WALL,
                    "A wall against robots answered with status " + response.status() + " (" + wall.get() + ").");
        }
        if (!expected) {
            return verdict(
                    response,
                    Outcome.DOWN,
                    Cause.UNEXPECTED_STATUS,
                    "Status " + response.status() + " instead of " + String.join(" or ", right) + ".");
        }
        Mismatch mismatch = Mismatch.in(exchange, content);
        return mismatch == null
                ? verdict(response, Outcome.UP, Cause.OK, "Status " + response.status() + ", as expected.")
                : verdict(response, mismatch.outcome(), mismatch.cause(), mismatch.reason());
    }

    private static Verdict verdict(WireResponse response, Outcome outcome, Cause cause, String reason) {
        return new Verdict(
                outcome, cause, reason, response.phases(), AnswerDetail.of(response, !outcome.good()), List.of());
    }

    /** Name, address and connection are then the proxy's; what the target was resolved to is not known here. */
    private static Verdict withProxy(@Nullable ProxySettings proxy, Verdict verdict) {
        if (proxy == null) {
            return verdict;
        }
        Map<String, Object> detail = new LinkedHashMap<>(verdict.detail());
        detail.put("via", "proxy " + proxy);
        return new Verdict(
                verdict.outcome(),
                verdict.cause(),
                verdict.reason(),
                verdict.phases(),
                detail,
                verdict.findings(),
                verdict.evidence(),
                verdict.millis());
    }
}
