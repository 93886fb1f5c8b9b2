package io.bellwether.config.imports.kuma;

import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.Found;
import io.bellwether.config.imports.Harvest;
import io.bellwether.config.imports.Importer;
import io.bellwether.config.imports.Spans;
import io.bellwether.config.imports.WebAddress;
import io.bellwether.core.Confirmation;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Uptime Kuma: a monitor's group becomes its vendor, else its tag, else its host. */
@Singleton
class UptimeKumaImporter implements Importer {

    private static final int MOST_ATTEMPTS = 10;
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);
    private static final double EVERY = 60;
    private static final String GROUP = "group";

    /** What many monitors have and no probe keeps. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "notificationIDList", "Where alerts go are channels here: POST /api/v1/channels.",
            "description", "A probe has a name and no description.",
            "resendInterval", "How often is reminded is not a matter of the probe here.",
            "packetSize", "The size of what is sent cannot be chosen.");

    @Override
    public String format() {
        return "uptime-kuma";
    }

    @Override
    public void read(Foreign configuration, Harvest harvest) {
        WebAccess access = new WebAccess(configuration);
        List<Foreign> monitors = configuration.items("monitorList");
        Map<String, String> groups = new HashMap<>();
        monitors.stream()
                .filter(UptimeKumaImporter::isGroup)
                .forEach(group -> groups.put(group.text("id", ""), group.text("name", "")));
        monitors.stream()
                .filter(monitor -> !isGroup(monitor))
                .forEach(monitor -> monitor(monitor, vendor(monitor, groups), access, harvest));
    }

    private static void monitor(Foreign monitor, String vendor, WebAccess access, Harvest harvest) {
        String name = name(monitor);
        if (!monitor.flag("active", true) || monitor.flag("forceInactive", false)) {
            harvest.lost(monitor.path(), name, "It is paused.");
            return;
        }
        if (monitor.flag("upsideDown", false)) {
            harvest.lost(monitor.at("upsideDown"), name, "No probe is well because its target fails.");
            return;
        }
        Found frame = new Found(
                monitor.path(),
                vendor,
                name,
                "",
                Spans.ofSeconds(number(monitor, "interval", EVERY)),
                timeout(monitor),
                confirm(monitor, harvest),
                Map.of());
        switch (monitor.text("type", "")) {
            case "http", "keyword", "json-query" -> new WebMonitor(monitor, access, harvest).read(frame);
            default -> SocketMonitor.read(frame, monitor, harvest);
        }
        ELSEWHERE.forEach((field, why) -> {
            if (monitor.has(field)) {
                harvest.often(monitor.at(field), field, why);
            }
        });
    }

    private static String vendor(Foreign monitor, Map<String, String> groups) {
        String group = groups.get(monitor.text("parent", ""));
        if (group != null) {
            return group;
        }
        List<Foreign> tags = monitor.items("tags");
        Optional<String> named = tags.stream()
                .filter(tag -> tag.text("name", "").equalsIgnoreCase("vendor"))
                .map(tag -> tag.text("value", ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
        return named.orElseGet(
                () -> tags.isEmpty() ? owner(monitor) : tags.getFirst().text("name", name(monitor)));
    }

    private static String owner(Foreign monitor) {
        return WebAddress.parse(monitor.text("url", ""))
                .filter(address -> monitor.text("hostname", "").isEmpty())
                .map(WebAddress::owner)
                .orElseGet(() -> monitor.text("hostname", name(monitor)));
    }

    private static String name(Foreign monitor) {
        return monitor.text("name", monitor.text("type", ""));
    }

    /** Without one of its own it is eight tenths of the interval. */
    private static @Nullable Duration timeout(Foreign monitor) {
        double seconds = number(monitor, "timeout", 0);
        return Spans.ofSeconds(seconds > 0 ? seconds : number(monitor, "interval", EVERY) * 0.8);
    }

    private static Confirmation confirm(Foreign monitor, Harvest harvest) {
        double retries = number(monitor, "maxretries", 0);
        Duration delay = Spans.ofSeconds(Math.max(0, number(monitor, "retryInterval", EVERY)));
        if (retries >= MOST_ATTEMPTS || (retries > 0 && delay.compareTo(LONGEST_DELAY) > 0)) {
            harvest.often(
                    monitor.at("maxretries"),
                    "maxretries",
                    "An answer is confirmed by ten attempts at the most, a minute apart at the most.");
        }
        int attempts = (int) Math.min(MOST_ATTEMPTS, Math.max(0, retries) + 1);
        return new Confirmation(
                attempts, attempts == 1 ? Duration.ZERO : delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
    }

    private static double number(Foreign monitor, String name, double otherwise) {
        return Objects.requireNonNullElse(monitor.number(name), otherwise);
    }

    private static boolean isGroup(Foreign monitor) {
        return monitor.text("type", "").equals(GROUP);
    }
}
