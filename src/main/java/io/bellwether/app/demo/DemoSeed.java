package io.bellwether.app.demo;

import io.bellwether.core.Confirmation;
import io.bellwether.notify.Channels;
import io.bellwether.notify.NewChannel;
import io.bellwether.vendor.LegalEntity;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Registers the simulated vendors, each in one transaction; what is already there stays as it is. */
@Singleton
class DemoSeed {

    private static final Logger LOG = Logger.getLogger(DemoSeed.class);
    private static final Confirmation CONFIRM = new Confirmation(2, Duration.ofSeconds(1));
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Owners OWNERS = new Owners(
            new Owner("Marco Bell", "marco@demo.invalid", "#vendors", "Europe/Berlin"),
            new Owner("Ida Torres", "ida@demo.invalid", "#vendors", "Europe/Berlin"),
            null);

    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final Channels channels;
    private final GeneratedHistory history;
    private final Clock clock;

    DemoSeed(VendorRegister vendors, ProbeRegister probes, Channels channels, GeneratedHistory history, Clock clock) {
        this.vendors = vendors;
        this.probes = probes;
        this.channels = channels;
        this.history = history;
        this.clock = clock;
    }

    void start(@Observes @Priority(3000) StartupEvent event) {
        DemoWorld.current().ifPresent(this::seed);
    }

    private void seed(DemoWorld world) {
        Set<String> known = vendors.active().stream().map(Vendor::slug).collect(Collectors.toSet());
        List<SimulatedVendor> missing = SimulatedVendor.FLEET.stream()
                .filter(vendor -> !known.contains(vendor.slug()))
                .toList();
        if (!missing.isEmpty()) {
            register(world, missing);
        }
        world.begin();
    }

    private void register(DemoWorld world, List<SimulatedVendor> missing) {
        history.prepare(clock.instant());
        for (SimulatedVendor vendor : missing) {
            QuarkusTransaction.requiringNew().run(() -> register(world, vendor));
        }
        if (channels.list(1, null).items().isEmpty()) {
            channels.create(channel("slack", "Demo Slack", Map.of("url", world.slackWebhook())));
            channels.create(channel("email", "Demo mail to the owners", Map.of()));
        }
        LOG.infof("The demo fleet of %d simulated vendors is registered.", missing.size());
    }

    private void register(DemoWorld world, SimulatedVendor simulated) {
        String site = world.site(simulated);
        Vendor vendor = vendors.createDemo(new NewVendor(
                simulated.name(),
                simulated.slug(),
                site,
                simulated.tier(),
                site,
                null,
                List.of(simulated.capability()),
                new LegalEntity(null, simulated.cik(), null, null),
                OWNERS));
        var http = probes.add(vendor.id(), probe("http", "Home page", 5, Map.of("url", site + "/")));
        probes.add(vendor.id(), probe("statuspage", "Status page", 10, Map.of("url", site)));
        probes.add(
                vendor.id(),
                probe("tls", "Certificate", 20, Map.of("host", "localhost", "port", world.port(simulated))));
        probes.add(vendor.id(), probe("headers", "Security headers", 60, Map.of("url", site + "/")));
        if (simulated.cik() != null) {
            probes.add(vendor.id(), probe("filings", "SEC filings", 20, Map.of("cik", simulated.cik())));
        }
        history.generate(simulated, http, clock.instant());
    }

    private static NewProbe probe(String kind, String name, int everySeconds, Map<String, Object> settings) {
        return new NewProbe(kind, name, Duration.ofSeconds(everySeconds), TIMEOUT, CONFIRM, settings);
    }

    private static NewChannel channel(String kind, String name, Map<String, Object> settings) {
        return new NewChannel(kind, name, settings, null, null, null);
    }
}
