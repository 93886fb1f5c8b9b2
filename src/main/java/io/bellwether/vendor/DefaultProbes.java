package io.bellwether.vendor;

import io.bellwether.core.Confirmation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is watched of a vendor when nobody has said what to watch. */
final class DefaultProbes {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Pauses between contacts with one host take their time. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private DefaultProbes() {}

    static List<NewProbe> of(CatalogueEntry entry) {
        URI website = URI.create(entry.website());
        List<NewProbe> probes = new ArrayList<>();
        probes.add(probe("http", "Website answers", Duration.ofMinutes(1), Map.of("url", entry.website())));
        if ("https".equals(website.getScheme())) {
            probes.add(probe("tls", "Website's certificate", Duration.ofHours(1), Map.of("host", website.getHost())));
        }
        probes.add(daily("headers", "Website's security", Map.of("url", entry.website())));
        entry.domains().stream().findFirst().ifPresent(domain -> {
            probes.add(daily("mail", "Protection against forged mail", Map.of("domain", domain)));
            probes.add(daily("zone", "Name servers and zone", Map.of("domain", domain)));
            probes.add(daily("domain", "Registration of the domain", Map.of("domain", domain)));
            probes.add(daily("security-txt", "Where to report weaknesses", Map.of("domain", domain)));
        });
        if (entry.statusPage().watchable()) {
            probes.add(probe("statuspage", "Status page", Duration.ofMinutes(2), settings(entry.statusPage())));
        }
        String cik = entry.legalEntity().cik();
        if (cik != null) {
            probes.add(daily("filings", "Filings with the SEC", Map.of("cik", cik)));
        }
        return probes;
    }

    private static Map<String, Object> settings(CatalogueEntry.StatusPage page) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("url", String.valueOf(page.url()));
        if (page.machineUrl() != null) {
            settings.put("feed", page.machineUrl());
        }
        return settings;
    }

    /** What takes many contacts and seldom changes; the next look confirms what it sees. */
    private static NewProbe daily(String kind, String name, Map<String, Object> settings) {
        return new NewProbe(kind, name, Duration.ofDays(1), LONG, new Confirmation(1, Duration.ZERO), settings);
    }

    private static NewProbe probe(String kind, String name, Duration every, Map<String, Object> settings) {
        return new NewProbe(kind, name, every, TIMEOUT, Confirmation.DEFAULT, settings);
    }
}
