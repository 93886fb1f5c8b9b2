package io.bellwether.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.As;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.Tier;
import io.bellwether.dashboard.SampleFleet;
import io.bellwether.history.Observation;
import io.bellwether.history.ObservationsStored;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.event.Event;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Scanner;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventsTest {

    private static final int LISTENERS = 40;

    private final SampleFleet sample;
    private final Event<ObservationsStored> stored;
    private final EventStreams streams;

    EventsTest(SampleFleet sample, Event<ObservationsStored> stored, EventStreams streams) {
        this.sample = sample;
        this.stored = stored;
        this.streams = streams;
    }

    @Test
    void tellsOfObservationsAndOfTheStatusThatTheyChange() throws Exception {
        sample.clear();
        Vendor vendor = sample.vendor("Watched", Tier.STRATEGIC);
        ConfiguredProbe probe = sample.probe(vendor, "http", Map.of("url", "https://watched.example/"));
        sample.observed(probe, Outcome.DOWN, "connection refused");
        Queue<String> lines = new ConcurrentLinkedQueue<>();

        try (HttpClient client = HttpClient.newHttpClient();
                InputStream body = listen(client)) {
            Thread.ofVirtual().start(() -> new Scanner(body, StandardCharsets.UTF_8).forEachRemaining(lines::add));
            await().until(() -> !streams.nobodyListens());
            stored.fire(new ObservationsStored(List.of(observation(probe))));

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(String.join(" ", lines))
                            .contains("event:observation", "\"vendor\":\"watched\"", "\"outcome\":\"DOWN\"")
                            .contains("event:status", "\"status\":\"DOWN\""));
            client.shutdownNow();
        }
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            stored.fire(new ObservationsStored(List.of(observation(probe))));
            return streams.nobodyListens();
        });
    }

    @Test
    void keepsEveryoneWhoListensFromTheFirstMoment() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int listener = 1; listener <= LISTENERS; listener++) {
                InputStream body = listen(client);
                Queue<String> lines = new ConcurrentLinkedQueue<>();
                Thread.ofVirtual().start(() -> new Scanner(body, StandardCharsets.UTF_8).forEachRemaining(lines::add));
                Greeting greeting = new Greeting("listener " + listener);
                await().untilAsserted(() -> {
                    streams.send("health", greeting);
                    assertThat(String.join(" ", lines)).contains(greeting.to());
                });
            }
            client.shutdownNow();
        }
    }

    @Test
    void refusesAStranger() {
        As.nobody().accept("text/event-stream").get("/api/v1/events").then().statusCode(401);
    }

    private record Greeting(String to) {}

    private static InputStream listen(HttpClient client) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/events"))
                .header("Authorization", "Bearer " + As.ADMIN_TOKEN)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
    }

    private static Observation observation(ConfiguredProbe probe) {
        Instant at = Instant.parse("2026-11-22T10:32:00Z");
        return new Observation(
                probe.id(),
                probe.vendorId(),
                "http",
                true,
                "",
                at,
                at,
                Duration.ofMinutes(1),
                Outcome.DOWN,
                Cause.CONNECTION_REFUSED,
                "connection refused",
                12.5,
                Phases.NONE,
                Map.of(),
                List.of(),
                "node");
    }
}
