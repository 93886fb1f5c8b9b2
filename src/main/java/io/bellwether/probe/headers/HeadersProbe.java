package io.bellwether.probe.headers;

import io.bellwether.core.Cause;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.BotWall;
import io.bellwether.probe.HttpAddress;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.Probe;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches a page and records its security headers. A page that cannot be had says nothing about them: UNKNOWN. */
@Singleton
final class HeadersProbe implements Probe<HeadersProbe.Settings> {

    private static final int MAX_BODY = 4 * 1024 * 1024;

    /** @param url the page to look at, redirects followed */
    record Settings(@NotNull @Obeys(HttpAddress.class) URI url) {}

    private final Wire wire;

    HeadersProbe(Wire wire) {
        this.wire = wire;
    }

    @Override
    public String kind() {
        return "headers";
    }

    @Override
    public String description() {
        return "Fetches a page and records its security headers.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public boolean decidesAvailability() {
        return false;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) {
        try {
            WireRequest request = WireRequest.get(settings.url()).maxBody(MAX_BODY);
            return judge(settings, wire.exchange(request, context.deadline()), context.startedAt());
        } catch (WireFailure e) {
            return Verdict.unknown(e);
        }
    }

    static Verdict judge(Settings settings, WireResponse response, Instant now) {
        Optional<String> wall = BotWall.sign(response);
        if (wall.isPresent()) {
            return unknown(response, Cause.BOT_WALL, "A wall against robots answered (" + wall.get() + ").");
        }
        if (response.status() >= 500) {
            return unknown(
                    response,
                    Cause.UNEXPECTED_STATUS,
                    "Status " + response.status() + ": an error page shows nothing of the headers users get.");
        }
        List<HeaderCheck.Result> results = HeaderCheck.all(response);
        Map<String, Object> states = new LinkedHashMap<>();
        results.forEach(result -> states.put(result.check(), result.state().name()));
        Map<String, Object> detail = new LinkedHashMap<>(detail(response));
        detail.put("headers", states);
        return new Verdict(
                Outcome.UP,
                Cause.OK,
                HeaderCheck.summary(results),
                response.phases(),
                Collections.unmodifiableMap(detail),
                results.stream()
                        .map(result -> finding(settings, result, response, now))
                        .toList());
    }

    private static Finding finding(Settings settings, HeaderCheck.Result result, WireResponse response, Instant now) {
        return Finding.state(
                Dimension.SECURITY,
                "header-" + result.check(),
                "header:" + settings.url() + ":" + result.check(),
                result.state().name(),
                now,
                response.uri().toString(),
                Map.of("url", settings.url().toString(), "evidence", result.evidence(), "says", result.says()));
    }

    private static Verdict unknown(WireResponse response, Cause cause, String reason) {
        return new Verdict(Outcome.UNKNOWN, cause, reason, response.phases(), detail(response), List.of());
    }

    private static Map<String, Object> detail(WireResponse response) {
        return Map.of(
                "status", response.status(),
                "address", response.address(),
                "finalUrl", response.uri().toString());
    }
}
