package io.bellwether.app.demo;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything outside of Bellwether that the demo needs, on loopback: vendors, filings, Slack, mail. It is there before the
 * application reads its configuration, because the configuration must point to it.
 */
public final class DemoWorld implements AutoCloseable {

    private static volatile @Nullable DemoWorld current;

    private final int basePort;
    private final Path beganFile;
    private final Clock clock;
    private final Sinks sinks;
    private final List<AutoCloseable> servers = new ArrayList<>();
    private final Path authorityFile;
    private volatile Instant began;

    private DemoWorld(Path directory, int basePort, Clock clock) throws IOException, GeneralSecurityException {
        Files.createDirectories(directory);
        this.basePort = basePort;
        this.clock = clock;
        this.beganFile = directory.resolve("began");
        this.began = Files.exists(beganFile)
                ? Instant.parse(Files.readString(beganFile).strip())
                : Instant.MAX;
        this.authorityFile = directory.resolve("authority.pem").toAbsolutePath();
        DemoAuthority authority = new DemoAuthority(clock.instant());
        authority.write(authorityFile);
        this.sinks = new Sinks(basePort + 1, basePort + 2, clock);
        servers.add(sinks);
        servers.add(new SimulatedFilings(basePort, this::story));
        for (SimulatedVendor vendor : SimulatedVendor.FLEET) {
            servers.add(new SimulatedSite(
                    vendor, port(vendor), authority.server(vendor.scenario().certificateLeft()), this::story));
        }
    }

    /**
     * Starts the demo's servers on consecutive ports from {@code basePort}; a demo that was interrupted goes on where its
     * story was.
     *
     * @throws IllegalStateException when a port is taken
     */
    public static DemoWorld start(Path dataDirectory, int basePort, Clock clock) throws IOException {
        try {
            DemoWorld world = new DemoWorld(dataDirectory.resolve("demo"), basePort, clock);
            current = world;
            return world;
        } catch (BindException e) {
            throw new IllegalStateException(
                    "The demo needs the ports %d to %d of this machine, and one of them is taken; set BELLWETHER_DEMO_PORT to another first port."
                            .formatted(basePort, basePort + 2 + SimulatedVendor.FLEET.size()),
                    e);
        } catch (GeneralSecurityException e) {
            throw new IOException("the demo's certificates could not be made", e);
        }
    }

    /** The running world; empty when this is no demo. */
    static Optional<DemoWorld> current() {
        return Optional.ofNullable(current);
    }

    /** What the application's configuration must say to live in this world. */
    public Map<String, String> configuration() {
        return Map.ofEntries(
                entry("bellwether.egress.allow", "127.0.0.0/8,localhost"),
                entry("bellwether.egress-check.enabled", "false"),
                entry("bellwether.courtesy.contacts-per-day", "10000000"),
                entry("bellwether.courtesy.pause", "PT0S"),
                entry("bellwether.trust", authorityFile.toString()),
                entry("bellwether.filings.base-url", "http://localhost:" + basePort),
                entry("bellwether.filings.user-agent", "Bellwether demo demo@localhost"),
                entry("bellwether.health.every", "15s"),
                entry("bellwether.health.stale-after", "15s"),
                entry("bellwether.dashboard.links.Inbox", "/demo/messages"),
                entry("quarkus.mailer.host", "127.0.0.1"),
                entry("quarkus.mailer.port", String.valueOf(basePort + 2)),
                entry("quarkus.mailer.start-tls", "DISABLED"),
                entry("quarkus.mailer.login", "NONE"));
    }

    /** Lets the story begin, once all vendors are being watched; one that was interrupted goes on where it was. */
    void begin() {
        if (began.equals(Instant.MAX)) {
            began = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            try {
                Files.writeString(beganFile, began.toString());
            } catch (IOException e) {
                throw new UncheckedIOException("the demo cannot remember when it began", e);
            }
        }
    }

    private Story story() {
        Instant now = clock.instant();
        return now.isBefore(began) ? new Story(now, Duration.ZERO) : new Story(began, Duration.between(began, now));
    }

    String site(SimulatedVendor vendor) {
        return "https://localhost:" + port(vendor);
    }

    int port(SimulatedVendor vendor) {
        return basePort + 3 + SimulatedVendor.FLEET.indexOf(vendor);
    }

    String slackWebhook() {
        return "http://localhost:" + (basePort + 1) + "/services/demo";
    }

    List<SentMessage> messages() {
        return sinks.messages();
    }

    @Override
    public void close() {
        for (AutoCloseable server : servers) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
