package io.bellwether.notify.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellwether.alert.Alert;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.slo.Span;
import io.bellwether.notify.SampleAlert;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.Vendor;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthlyFactsTest {

    private static final Span OCTOBER =
            new Span(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z"));
    private static final Vendor ACME = SampleAlert.vendor(
            "acme",
            new Owners(
                    new Owner("Max", "max@example.com", null, null),
                    new Owner("Ida", "ida@example.com", null, null),
                    null));

    @Test
    void minutesThatSeveralAlertsShareCountOnceAndOnlyInsideTheMonth() {
        VendorMonth month = of(
                down(1, "2026-09-30T23:50:00Z").until("2026-10-01T00:10:00Z"),
                down(2, "2026-10-05T10:00:00Z").until("2026-10-05T11:00:00Z"),
                down(3, "2026-10-05T10:30:00Z").until("2026-10-05T11:30:00Z"),
                slow(4, "2026-10-05T11:00:00Z").until("2026-10-05T12:00:00Z"),
                down(5, "2026-10-31T23:00:00Z"));

        assertThat(month.downMinutes()).isEqualTo(10 + 90 + 60);
        assertThat(month.alertMinutes()).isEqualTo(10 + 120 + 60);
        assertThat(month.availability()).isCloseTo(1 - 160.0 / (31 * 24 * 60), within(1e-9));
        assertThat(month.alerts()).isEqualTo(new VendorMonth.AlertCounts(4, 1, 0, 0));
    }

    @Test
    void theMeanIsOfAlertsThatBeganInTheMonthAndWereAcknowledged() {
        VendorMonth month = of(
                down(1, "2026-09-30T00:00:00Z").acknowledged("2026-10-02T00:00:00Z"),
                down(2, "2026-10-05T10:00:00Z")
                        .acknowledged("2026-10-05T10:04:00Z")
                        .acknowledged("2026-10-05T12:00:00Z"),
                down(3, "2026-10-06T10:00:00Z").acknowledged("2026-10-06T10:07:00Z"),
                down(4, "2026-10-07T10:00:00Z"));

        assertThat(month.meanMinutesToAcknowledge()).isEqualTo(5.5);
        assertThat(month.alerts().acknowledged()).isEqualTo(3);
    }

    @Test
    void whatFiresStillIsToBeDone() {
        VendorMonth month = of(
                down(1, "2026-10-05T10:00:00Z").assignedTo("ida@example.com"),
                down(2, "2026-10-05T10:00:00Z").until("2026-10-05T11:00:00Z"));

        assertThat(month.openActions()).singleElement().satisfies(action -> {
            assertThat(action.assignee()).isEqualTo("ida@example.com");
            assertThat(action.text().marketing()).isEqualTo("business 1");
        });
    }

    @Test
    void bothOwnersReadTheSameFigures() {
        VendorMonth month = of(down(1, "2026-10-05T10:00:00Z")
                .acknowledged("2026-10-05T10:03:00Z")
                .until("2026-10-05T10:31:00Z"));

        assertThat(month.itOwner()).isEqualTo("Ida");
        assertThat(month.marketingOwner()).isEqualTo("Max");
        assertThat(month.summary().it())
                .isEqualTo(
                        "Availability by alerts 99.93 % (31 min down, 31 min under alert); 1 alert: 1 critical, 0 warning,"
                                + " 0 info; 1 acknowledged, after 3.0 min on average; 0 open actions.");
        assertThat(figures(month.summary().it()))
                .isEqualTo(figures(month.summary().marketing()));
    }

    @Test
    void aMonthWithAnInterruptionNeverShowsAsPerfect() {
        assertThat(Summary.percent(0.999999)).isEqualTo("99.99 %");
        assertThat(Summary.percent(1)).isEqualTo("100.00 %");
    }

    @Test
    void whatWentWellIsSaid() {
        assertThat(wins()).containsExactly("No alert in the whole month.");
        assertThat(wins(
                        rule(1, "status-page-contradicts", Severity.WARNING),
                        rule(2, "certificate-expiring", Severity.WARNING),
                        rule(3, "certificate-expiring", Severity.CRITICAL)))
                .containsExactly(
                        "1 outage was seen while the status page said that all was well.",
                        "1 certificate was renewed before it was critical.",
                        "1 critical alert was caught and resolved.");
    }

    @Test
    void nothingFromOutsideIsTakenForMarkdown() {
        Vendor hostile = SampleAlert.vendor("[x](http://evil)<b>#`", Owners.NONE);
        JointPack pack = new JointPack(
                "2026-10",
                "UTC",
                OCTOBER.from(),
                OCTOBER.to(),
                true,
                List.of(MonthlyFacts.of(hostile, OCTOBER, List.of())));

        assertThat(Markdown.of(pack))
                .contains("\\[X\\]\\(HTTP://EVIL\\)\\<B\\>\\#\\`")
                .contains("# Joint pack 2026-10");
    }

    @Test
    void thePackIsTextInBothVoices() {
        JointPack pack = new JointPack(
                "2026-10", "UTC", OCTOBER.from(), OCTOBER.to(), true, List.of(of(down(1, "2026-10-05T10:00:00Z"))));

        Voices text = PackText.of(pack);

        assertThat(text.it()).startsWith("ACME: Availability").endsWith("- To do: technical 1");
        assertThat(text.marketing()).startsWith("ACME: Usable").endsWith("- To do: business 1");
    }

    private static String figures(String text) {
        return text.replaceAll("[^0-9.]+", " ").strip();
    }

    private static List<String> wins(SampleAlert... alerts) {
        return of(alerts).wins().stream().map(Voices::it).toList();
    }

    private static SampleAlert rule(long number, String rule, Severity severity) {
        return new SampleAlert(number, "acme", rule, "2026-10-05T10:00:00Z")
                .severity(severity)
                .until("2026-10-06T10:00:00Z");
    }

    private static VendorMonth of(SampleAlert... alerts) {
        List<Alert> all = Arrays.stream(alerts).map(SampleAlert::alert).toList();
        return MonthlyFacts.of(ACME, OCTOBER, all);
    }

    private static SampleAlert down(long number, String firedAt) {
        return new SampleAlert(number, "acme", "vendor-down", firedAt);
    }

    private static SampleAlert slow(long number, String firedAt) {
        return new SampleAlert(number, "acme", "vendor-slow", firedAt).severity(Severity.WARNING);
    }
}
