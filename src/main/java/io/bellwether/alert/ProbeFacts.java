package io.bellwether.alert;

import io.bellwether.core.Outcome;
import io.bellwether.history.Observation;
import io.bellwether.vendor.ConfiguredProbe;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the texts say about a probe and its observation. */
final class ProbeFacts {

    private ProbeFacts() {}

    /** @param probe null when it has just been removed */
    static Map<String, Object> of(Observation observation, @Nullable ConfiguredProbe probe) {
        long bad = observation.attempts().stream()
                .filter(attempt -> attempt.outcome() == Outcome.DOWN)
                .count();
        Map<String, Object> facts = new HashMap<>();
        facts.put("probeId", observation.probeId().toString());
        facts.put("probeName", probe == null ? "a removed probe" : Circumstances.oneLine(probe.name()));
        facts.put("url", probe == null ? "" : url(probe.settings().get("url")));
        facts.put("reason", Circumstances.oneLine(observation.reason()));
        facts.put("attempts", Math.max(1, observation.attempts().size()));
        facts.put("attemptsBad", bad);
        facts.put("everySeconds", observation.every().toSeconds());
        return facts;
    }

    /** Without query and user: both may hold secrets, and messages travel far. */
    static String url(@Nullable Object setting) {
        if (setting == null) {
            return "";
        }
        try {
            URI url = URI.create(setting.toString());
            String port = url.getPort() < 0 ? "" : ":" + url.getPort();
            return url.getScheme() + "://" + url.getHost() + port + (url.getPath() == null ? "" : url.getPath());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
