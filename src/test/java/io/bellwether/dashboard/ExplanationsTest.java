package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Tier;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExplanationsTest {

    private final SampleFleet sample;
    private Vendor vendor;

    ExplanationsTest(SampleFleet sample) {
        this.sample = sample;
    }

    @BeforeEach
    void aVendor() {
        sample.clear();
        vendor = sample.vendor("Cloudy", Tier.STANDARD);
    }

    @Test
    void theAlertsPageExplainsTheTermsOfBothVoices() {
        UUID alert =
                sample.firing(vendor, "WARNING", "Cloudy / front page: p95 is high.", "Its security seal runs out.");

        Document page = page(alert);

        PageRules.check(page);
        assertThat(page.select("section[aria-labelledby=terms-title] strong").eachText())
                .containsExactly("p95");
        assertThat(page.select("section[aria-labelledby=terms-title] p").text()).contains("95 of 100 answers");
    }

    @Test
    void plainTextNeedsNoExplanation() {
        assertThat(page(sample.firing(vendor, "WARNING", "All is quiet.", "All is quiet."))
                        .select("#terms-title"))
                .isEmpty();
    }

    private Document page(UUID alert) {
        return Browser.of("OPERATOR").page("/alerts/" + alert);
    }
}
