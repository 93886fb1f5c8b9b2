package io.bellwether.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Alerts that another monitoring system pushes; each belongs to one of several teams, and to the vendor of the same number.
 *
 * @param name in every alert and in every message about it
 */
record Storm(String name, int alerts, int teams) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Long enough that nothing ends before everything is measured. */
    private static final Duration LASTS = Duration.ofHours(2);

    /** The bodies of the requests that push them, so many in each. */
    List<String> requests(int atOnce) throws JsonProcessingException {
        List<String> requests = new ArrayList<>();
        for (int first = 0; first < alerts; first += atOnce) {
            requests.add(JSON.writeValueAsString(IntStream.range(first, Math.min(first + atOnce, alerts))
                    .mapToObj(this::alert)
                    .toList()));
        }
        return requests;
    }

    private Map<String, Object> alert(int number) {
        int team = number % teams;
        String host = name + "-" + number;
        Map<String, String> labels =
                Map.of("alertname", "Slow", "vendor", "vendor-" + (team + 1), "team", "team-" + team, "instance", host);
        return Map.of(
                "labels",
                labels,
                "annotations",
                Map.of("summary", "Host " + host + " answers slowly."),
                "endsAt",
                Instant.now().plus(LASTS).toString());
    }

    /** Waits until each alert has been told; when the last of them was. */
    Instant told(Sink sink) throws IOException, InterruptedException {
        Map<String, Instant> told = new HashMap<>();
        Pattern alert = Pattern.compile(name + "-\\d+");
        Patience.until("every alert has been told", () -> {
            sink.take()
                    .forEach(arrival -> alert.matcher(arrival.body())
                            .results()
                            .forEach(found -> told.putIfAbsent(found.group(), arrival.at())));
            return told.size() == alerts;
        });
        return told.values().stream().max(Instant::compareTo).orElseThrow();
    }
}
