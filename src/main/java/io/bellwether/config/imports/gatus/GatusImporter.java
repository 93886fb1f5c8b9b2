package io.bellwether.config.imports.gatus;

import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.Found;
import io.bellwether.config.imports.Harvest;
import io.bellwether.config.imports.Importer;
import io.bellwether.config.imports.Spans;
import io.bellwether.config.imports.WebAddress;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Gatus: its groups become vendors, an endpoint without a group belongs to its host. */
@Singleton
class GatusImporter implements Importer {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration SUITE_EVERY = Duration.ofMinutes(10);
    private static final Duration SUITE_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final List<String> OWN = List.of("alerts", "maintenance-windows", "extra-labels", "ui");
    private static final Map<String, String> ELSEWHERE = Map.of(
            "alerting", "Where alerts go are channels here: POST /api/v1/channels.",
            "maintenance", "Maintenance windows are not part of this document.",
            "remote", "Other instances are imported by their own configuration.",
            "announcements", "Announcements have no place here.");

    @Override
    public String format() {
        return "gatus";
    }

    @Override
    public void read(Foreign configuration, Harvest harvest) {
        each(configuration.items("endpoints"), harvest, GatusImporter::endpoint);
        each(configuration.items("external-endpoints"), harvest, GatusImporter::external);
        each(configuration.items("suites"), harvest, GatusImporter::suite);
        ELSEWHERE.forEach((name, why) -> {
            if (configuration.has(name)) {
                harvest.detail(configuration.at(name), name, why);
            }
        });
    }

    private static void each(List<Foreign> endpoints, Harvest harvest, BiConsumer<Foreign, Harvest> read) {
        for (Foreign one : endpoints) {
            if (isDisabled(one, harvest)) {
                continue;
            }
            read.accept(Environment.settled(one), harvest);
            if (Environment.isNamedIn(one)) {
                harvest.detail(
                        one.path(),
                        one.text("name", ""),
                        "It names an environment variable; put the value in its place.");
            }
            for (String own : OWN) {
                if (one.has(own)) {
                    harvest.often(
                            one.at(own), own, "Bellwether settles this for all probes of a vendor or not at all.");
                }
            }
        }
    }

    private static void endpoint(Foreign endpoint, Harvest harvest) {
        if (Obstacles.wantsFailure(endpoint)) {
            harvest.lost(endpoint.path(), endpoint.text("name", ""), "A probe is DOWN when nothing answers.");
            return;
        }
        String address = endpoint.text("url", "");
        if (endpoint.has("dns")) {
            Found frame = frame(endpoint, endpoint.child("dns").text("query-name", address), EVERY, null);
            new DnsEndpoint(endpoint, harvest).read(frame);
        } else {
            asked(endpoint, address, harvest);
        }
        if (Environment.makesUp(endpoint)) {
            harvest.detail(
                    endpoint.at("body"), endpoint.text("name", ""), "What is sent is always the same, word for word.");
        }
    }

    private static void asked(Foreign endpoint, String address, Harvest harvest) {
        WebAddress.parse(address)
                .ifPresentOrElse(
                        parsed -> {
                            Found frame = frame(endpoint, parsed.owner(), EVERY, null);
                            if (parsed.isHttp()) {
                                new HttpEndpoint(endpoint, harvest).read(frame, parsed);
                            } else {
                                new SocketEndpoint(endpoint, harvest).read(frame, parsed);
                            }
                        },
                        () -> harvest.lost(endpoint.path(), endpoint.text("name", address), "Its url cannot be read."));
    }

    private static void suite(Foreign suite, Harvest harvest) {
        new Suite(suite, harvest).read(owner -> frame(suite, owner, SUITE_EVERY, SUITE_TIMEOUT));
    }

    private static boolean isDisabled(Foreign endpoint, Harvest harvest) {
        boolean disabled = !endpoint.flag("enabled", true);
        if (disabled) {
            harvest.lost(endpoint.path(), endpoint.text("name", ""), "It is disabled.");
        }
        return disabled;
    }

    /** Heard of instead of asked. */
    private static void external(Foreign endpoint, Harvest harvest) {
        String name = endpoint.text("name", "");
        Optional<Duration> interval =
                Spans.parse(endpoint.child("heartbeat").text("interval")).filter(Duration::isPositive);
        if (interval.isEmpty()) {
            harvest.lost(endpoint.path(), name, "Nothing says how often it is to be heard of.");
            return;
        }
        harvest.add(frame(endpoint, name, interval.get(), null).asHeartbeat(Map.of("grace", GRACE.toString())));
        harvest.often(
                endpoint.at("token"), "token", "Whoever reports has to call /api/v1/heartbeats/ and the key instead.");
    }

    /** What every kind has alike. */
    private static Found frame(Foreign endpoint, String owner, Duration every, @Nullable Duration timeout) {
        return new Found(
                endpoint.path(),
                endpoint.text("group", owner),
                endpoint.text("name", owner),
                "",
                Spans.parse(endpoint.text("interval")).orElse(every),
                Spans.parse(endpoint.text("timeout", endpoint.child("client").text("timeout", "")))
                        .orElse(timeout),
                null,
                Map.of());
    }
}
