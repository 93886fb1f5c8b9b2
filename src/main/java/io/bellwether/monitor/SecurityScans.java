package io.bellwether.monitor;

import io.bellwether.core.Attempt;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Outcome;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.fact.posture.CheckView;
import io.bellwether.fact.posture.Scans;
import io.bellwether.fact.posture.TargetView;
import io.bellwether.probe.Cadence;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.probe.ProbeRunner;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs every kind of probe that looks at a posture once, side by side. */
@Singleton
class SecurityScans {

    private static final int HTTPS = 443;

    private static final String NOT_SWEPT =
            "Versions and cipher suites were not looked at: that is done once a day at most, "
                    + "and not when the server asks to be left alone or its daily budget is used up.";

    /**
     * @param target the address that was scanned
     * @param score what these looks alone would make of the security dimension
     * @param targets with their grades and the way to them
     * @param checks every result, the heaviest first
     * @param untold by the kind of a look why it could not tell something
     */
    public record Scan(
            String target,
            Instant scannedAt,
            DimensionScore score,
            List<TargetView> targets,
            List<CheckView> checks,
            Map<String, String> untold) {}

    private final ProbeRunner runner;
    private final ProbeKinds kinds;
    private final Scans scans;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SecurityScans(ProbeRunner runner, ProbeKinds kinds, Scans scans, Clock clock) {
        this.runner = runner;
        this.kinds = kinds;
        this.scans = scans;
        this.clock = clock;
    }

    Scan scan(URI url) throws InterruptedException {
        Map<String, Future<Attempt>> looks = new LinkedHashMap<>();
        looks(url).forEach((kind, settings) -> looks.put(kind, threads.submit(() -> look(kind, settings))));
        Map<String, Attempt> seen = new LinkedHashMap<>();
        for (Map.Entry<String, Future<Attempt>> look : looks.entrySet()) {
            seen.put(look.getKey(), ended(look.getValue()));
        }
        return scan(url, seen);
    }

    private Scan scan(URI url, Map<String, Attempt> seen) {
        Instant now = clock.instant();
        Scans.Judged judged = scans.judge(
                seen.values().stream().flatMap(look -> look.evidence().stream()).toList(),
                seen.values().stream().flatMap(look -> look.findings().stream()).toList(),
                now);
        Map<String, String> untold = new LinkedHashMap<>();
        seen.forEach((kind, look) -> {
            boolean nothing = look.evidence().isEmpty() && look.findings().isEmpty();
            if (look.outcome() == Outcome.UNKNOWN || nothing) {
                untold.put(kind, look.reason());
            } else if (kind.equals("tls") && look.evidence().isEmpty()) {
                untold.put(kind, NOT_SWEPT);
            }
        });
        return new Scan(url.toString(), now, judged.score(), judged.targets(), judged.checks(), untold);
    }

    /** Each kind that looks at the posture, with the settings for this address. */
    private static Map<String, Map<String, Object>> looks(URI url) {
        String host = url.getHost();
        Map<String, Map<String, Object>> looks = new LinkedHashMap<>();
        looks.put("headers", Map.of("url", url.toString()));
        if ("https".equalsIgnoreCase(url.getScheme())) {
            looks.put("tls", Map.of("host", host, "port", url.getPort() < 0 ? HTTPS : url.getPort()));
        }
        if (isDomain(host)) {
            for (String kind : List.of("mail", "zone", "domain", "security-txt")) {
                looks.put(kind, Map.of("domain", host));
            }
        }
        return looks;
    }

    /** Numeric addresses have neither mail nor a zone. */
    private static boolean isDomain(String host) {
        return host.contains(".") && !host.contains(":") && !host.matches("[0-9.]+");
    }

    private Attempt look(String kind, Map<String, Object> settings) throws InterruptedException {
        Cadence usual = kinds.cadence(kind);
        List<Attempt> attempts = runner.run(kind, settings, usual.timeout(), new Confirmation(1, Duration.ZERO));
        return attempts.getLast();
    }

    private static Attempt ended(Future<Attempt> look) throws InterruptedException {
        try {
            return look.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
