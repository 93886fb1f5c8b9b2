package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.HostileTexts;
import io.bellwether.core.Outcome;
import io.bellwether.core.Tier;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What vendors say and are called shows on pages as text, and turns nothing around. */
@QuarkusTest
class HostilePagesTest {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\r\\t]]");

    private final SampleFleet sample;
    private Browser browser;

    HostilePagesTest(SampleFleet sample) {
        this.sample = sample;
    }

    static List<String> hostile() {
        return HostileTexts.all().stream()
                .filter(text -> text.length() < 2_000)
                .map(text -> text.replace("\u0000", ""))
                .filter(text -> !text.isBlank())
                .limit(45)
                .toList();
    }

    @BeforeEach
    void startWithAnEmptyFleet() {
        sample.clear();
        browser = Browser.of("OPERATOR");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextStaysText(String hostile) {
        String name = "Acme " + hostile.substring(0, Math.min(60, hostile.length()));
        Vendor vendor = sample.vendor(name, Tier.STANDARD);
        sample.observed(sample.probe(vendor, "http", Map.of("url", "https://vendor.example")), Outcome.DOWN, hostile);
        sample.observed(
                sample.probe(vendor, "statuspage", Map.of("url", "https://vendor.example")), Outcome.UP, hostile);
        UUID alert = sample.firing(vendor, "CRITICAL", hostile, hostile);

        for (String path : List.of(
                "/",
                "/vendors/" + vendor.slug(),
                "/vendors/" + vendor.slug() + "/finance",
                "/alerts",
                "/alerts/" + alert)) {
            Document page = browser.page(path);
            assertThat(UNSEEN.matcher(page.wholeText()).find()).as(path).isFalse();
            assertThat(page.select(
                            "main script, main img, main iframe, main style, main [onmouseover], main [onerror]"))
                    .isEmpty();
            assertThat(page.select("a[href]").eachAttr("href")).noneMatch(href -> href.startsWith("javascript:"));
        }
    }
}
