package io.bellwether.probe.http;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends one HTTP request and judges status, headers, body and time. */
@Singleton
final class HttpProbe implements Probe<HttpProbe.Settings> {

    /** Large enough for any page a vendor serves, small enough for hundreds at once. */
    private static final int MAX_BODY = 4 * 1024 * 1024;

    enum Method {
        GET,
        HEAD,
        POST
    }

    /**
     * @param expectStatus statuses and ranges that are right; 200-299 when absent
     * @param bodyMatches a regular expression to be found somewhere in the body
     * @param jsonPath an expression whose result must be there and be neither false, 0 nor empty
     * @param expectHeaders text that the header of the name must hold, without regard to case
     * @param followRedirects true when absent
     * @param degradedAfter an answer that took longer is DEGRADED
     */
    @Obeys(CoherentRequest.class)
    record Settings(
            @NotNull @Obeys(HttpAddress.class) URI url,
            @Nullable Method method,
            @Obeys(RequestHeaders.class) @Nullable Map<String, String> headers,
            @Size(max = 65_536) @Nullable String body,
            @Size(min = 1, max = 50) @Nullable List<@NotNull @Obeys(StatusRange.Rule.class) String> expectStatus,
            @Size(min = 1, max = 10_000) @Nullable String bodyContains,

            @Size(min = 1, max = 1_000) @Obeys(TextPattern.Compiles.class) @Nullable String bodyMatches,

            @Size(min = 1, max = 1_000) @Obeys(BodyPath.Rule.class) @Nullable String jsonPath,

            @Obeys(ExpectedHeaders.class) @Nullable Map<String, String> expectHeaders,
            @Nullable Boolean followRedirects,
            @Obeys(PositiveTime.class) @Nullable Duration degradedAfter) {

        Method methodOrDefault() {
            return Objects.requireNonNullElse(method, Method.GET);
        }
    }

    private final Wire wire;

    HttpProbe(Wire wire) {
        this.wire = wire;
    }

    @Override
    public String kind() {
        return "http";
    }

    @Override
    public String description() {
        return "Sends a request and checks status, headers, body and time.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) throws WireFailure {
        return judge(settings, wire.exchange(request(settings), context.deadline()));
    }

    static WireRequest request(Settings settings) {
        boolean follow = !Boolean.FALSE.equals(settings.followRedirects());
        return new WireRequest(
                settings.methodOrDefault().name(),
                settings.url(),
                Objects.requireNonNullElse(settings.headers(), Map.of()),
                settings.body(),
                follow ? WireRequest.DEFAULT_MAX_REDIRECTS : 0,
                MAX_BODY);
    }

    static Verdict judge(Settings settings, WireResponse response) {
        boolean expected = StatusRange.any(settings.expectStatus(), response.status());
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
                    "Status " + response.status() + " instead of " + StatusRange.words(settings.expectStatus()) + ".");
        }
        Mismatch mismatch = Mismatch.in(settings, response);
        if (mismatch != null) {
            return verdict(response, mismatch.outcome(), mismatch.cause(), mismatch.reason());
        }
        return judgeTime(settings.degradedAfter(), response);
    }

    private static Verdict judgeTime(@Nullable Duration degradedAfter, WireResponse response) {
        String answer = String.format(Locale.ROOT, "Status %d in %.0f ms", response.status(), response.millis());
        if (degradedAfter != null && response.millis() > degradedAfter.toNanos() / 1e6) {
            return verdict(
                    response,
                    Outcome.DEGRADED,
                    Cause.SLOW,
                    answer + ", slower than " + degradedAfter.toMillis() + " ms.");
        }
        return verdict(response, Outcome.UP, Cause.OK, answer + ".");
    }

    private static Verdict verdict(WireResponse response, Outcome outcome, Cause cause, String reason) {
        return new Verdict(
                outcome, cause, reason, response.phases(), AnswerDetail.of(response, !outcome.good()), List.of());
    }
}
