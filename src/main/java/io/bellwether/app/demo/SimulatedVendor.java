package io.bellwether.app.demo;

import io.bellwether.core.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor that exists only in the demo.
 *
 * @param cik its number at the simulated filings server; null for a private company
 * @param usualMillis how long its answers take when it is well
 */
record SimulatedVendor(
        String slug,
        String name,
        Tier tier,
        String capability,
        Scenario scenario,
        @Nullable String cik,
        int usualMillis) {

    static final List<SimulatedVendor> FLEET = List.of(
            of("paperplane-mail", "Paperplane Mail", Tier.STRATEGIC, "email marketing", Scenario.OUTAGE, null, 38),
            of("lumen-analytics", "Lumen Analytics", Tier.IMPORTANT, "web analytics", Scenario.SLOW, "9990000102", 44),
            of("sealcraft-sign", "Sealcraft Sign", Tier.IMPORTANT, "e-signature", Scenario.CERTIFICATE, null, 29),
            of("northbrook-crm", "Northbrook CRM", Tier.STRATEGIC, "crm", Scenario.BANKRUPTCY, "9990000104", 52),
            of("stratus-storage", "Stratus Storage", Tier.IMPORTANT, "file storage", Scenario.DENIAL, "9990000105", 33),
            of("pingpong-chat", "Pingpong Chat", Tier.STANDARD, "team chat", Scenario.FLAPPING, null, 24),
            of("harbor-docs", "Harbor Docs", Tier.STANDARD, "documents", Scenario.WELL, null, 31),
            of("tidepool-forms", "Tidepool Forms", Tier.STANDARD, "forms", Scenario.WELL, null, 27),
            of("quillboard-cms", "Quillboard CMS", Tier.IMPORTANT, "web content", Scenario.WELL, "9990000109", 36),
            of("kitefield-social", "Kitefield Social", Tier.STANDARD, "social media", Scenario.WELL, null, 41),
            of("marble-payments", "Marble Payments", Tier.STRATEGIC, "payments", Scenario.WELL, "9990000111", 22),
            of("fernway-support", "Fernway Support", Tier.IMPORTANT, "help desk", Scenario.WELL, "9990000112", 35));

    private static SimulatedVendor of(
            String slug,
            String name,
            Tier tier,
            String capability,
            Scenario scenario,
            @Nullable String cik,
            int usual) {
        return new SimulatedVendor(slug, name, tier, capability, scenario, cik, usual);
    }
}
