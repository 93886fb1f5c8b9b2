package io.bellwether.probe.statuspage;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.Json;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a vendor declares on its Atlassian Statuspage (API version 2, also spoken by incident.io). A status page that
 * fails says nothing about the vendor: whatever goes wrong here is UNKNOWN.
 */
@Singleton
final class StatusPageProbe implements Probe<StatusPageProbe.Settings> {

    private static final int MAX_BODY = 4 * 1024 * 1024;
    private static final String SUMMARY = "/api/v2/summary.json";

    /**
     * @param url the page, or its summary.json
     * @param components what we depend on, see {@link Selection}; the whole page when absent
     */
    record Settings(
            @NotNull @Obeys(HttpAddress.class) URI url,
            @Size(max = 200) @Nullable List<@NotBlank @Size(max = 300) String> components) {}

    private final Wire wire;
    private final Json json;

    StatusPageProbe(Wire wire, Json json) {
        this.wire = wire;
        this.json = json;
    }

    @Override
    public String kind() {
        return "statuspage";
    }

    @Override
    public String description() {
        return "Reads what the vendor declares on its Atlassian Statuspage.";
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
            WireRequest request = WireRequest.get(summary(settings.url()))
                    .header("Accept", "application/json")
                    .maxBody(MAX_BODY);
            WireResponse response = wire.exchange(request, context.deadline());
            Verdict refusal = refusal(response);
            return refusal == null ? read(settings, response, context.startedAt()) : refusal;
        } catch (WireFailure e) {
            return Verdict.unknown(e);
        }
    }

    /** Where the page keeps its summary. */
    static URI summary(URI page) {
        String path = String.valueOf(page.getRawPath());
        if (path.endsWith(".json")) {
            return page;
        }
        String base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return page.resolve(base + SUMMARY);
    }

    /** Why the answer is no summary, null when it may be one. Single-page applications answer 200 to any address. */
    static @Nullable Verdict refusal(WireResponse response) {
        Optional<String> wall = BotWall.sign(response);
        if (wall.isPresent()) {
            return unknown(response, Cause.BOT_WALL, "A wall against robots answered (" + wall.get() + ").");
        }
        if (response.status() == 401) {
            return unknown(response, Cause.UNEXPECTED_STATUS, "The status page is inactive (status 401).");
        }
        if (response.status() != 200) {
            return unknown(
                    response,
                    Cause.UNEXPECTED_STATUS,
                    "The status page answered with status " + response.status() + ".");
        }
        String type = String.valueOf(response.header("Content-Type"));
        return type.contains("json")
                ? null
                : unknown(
                        response, Cause.UNEXPECTED_FORMAT, "The status page answered with " + type + " and not JSON.");
    }

    private Verdict read(Settings settings, WireResponse response, Instant now) {
        try {
            PageSummary page = json.read(response.text(), PageSummary.class);
            return Declaration.judge(page, settings.components(), response, now);
        } catch (IllegalArgumentException e) {
            return unknown(
                    response,
                    Cause.UNEXPECTED_FORMAT,
                    "The status page's summary cannot be read: " + e.getMessage() + ".");
        }
    }

    static Verdict unknown(WireResponse response, Cause cause, String reason) {
        return new Verdict(
                Outcome.UNKNOWN,
                cause,
                reason,
                response.phases(),
                Map.of("status", response.status(), "finalUrl", response.uri().toString()),
                List.of());
    }
}
