package io.bellwether.core.alert.mute;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Dimension;
import io.bellwether.core.alert.label.MatcherText;
import io.bellwether.core.alert.mute.Suppression.Candidate;
import io.bellwether.core.alert.mute.Suppression.Firing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {

    private static final UUID ID = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final Dependencies CHAIN = new Dependencies(Map.of("mail", Set.of("cloud"), "shop", Set.of("mail")));

    @ParameterizedTest(name = "{0} of {1} explains {2} ({3}) of {4}: {5}")
    @CsvSource(textBlock = """
            vendor-down, acme,  vendor-slow,             LATENCY,   acme,   true
            vendor-down, acme,  error-budget-burn,       UPTIME,    acme,   true
            vendor-down, acme,  vendor-slow,             LATENCY,   globex, false
            vendor-down, acme,  vendor-down,             UPTIME,    acme,   false
            vendor-down, acme,  status-page-contradicts, UPTIME,    acme,   false
            vendor-down, acme,  posture-worse,           SECURITY,  acme,   false
            vendor-slow, acme,  error-budget-burn,       UPTIME,    acme,   false
            own-egress,  own,   vendor-down,             UPTIME,    acme,   true
            own-egress,  own,   vendor-slow,             LATENCY,   acme,   true
            own-egress,  own,   certificate-expiring,    SECURITY,  acme,   false
            own-egress,  own,   filing-event,            FINANCIAL, acme,   false
            own-egress,  own,   own-egress,              UPTIME,    own,    false
            vendor-down, cloud, vendor-down,             UPTIME,    mail,   true
            vendor-down, cloud, vendor-slow,             LATENCY,   shop,   true
            vendor-down, cloud, certificate-expiring,    SECURITY,  mail,   false
            vendor-down, cloud, viability-slipping,      FINANCIAL, mail,   false
            vendor-down, mail,  vendor-down,             UPTIME,    cloud,  false
            vendor-slow, cloud, vendor-down,             UPTIME,    mail,   false
            """)
    void whatExplainsWhat(
            String cause, String causeVendor, String effect, Dimension dimension, String vendor, boolean explained) {
        Suppression suppression = firing(new Firing(OTHER, labels(cause, causeVendor, Dimension.UPTIME)));

        assertThat(suppression.reasons(candidate(effect, vendor, dimension)))
                .isEqualTo(explained ? List.of("inhibited-by:" + OTHER) : List.of());
    }

    @Test
    void onlyOneNodeWithoutItsNetworkExplainsNothing() {
        Map<String, String> partly = Map.of("alertname", "own-egress", "severity", "warning");

        assertThat(firing(new Firing(OTHER, partly)).reasons(candidate("vendor-down", "acme", Dimension.UPTIME)))
                .isEmpty();
    }

    /** cloud → mail → shop: that the outage of mail is itself not told changes nothing for the shop. */
    @Test
    void whatIsMutedItselfStillExplains() {
        Firing cloud = new Firing(OTHER, labels("vendor-down", "cloud", Dimension.UPTIME));
        Firing mail = new Firing(new UUID(0, 3), labels("vendor-down", "mail", Dimension.UPTIME));
        Suppression both = firing(cloud, mail);

        assertThat(both.reasons(new Candidate(mail.id(), "mail", Dimension.UPTIME, mail.labels())))
                .containsExactly("inhibited-by:" + OTHER);
        assertThat(both.reasons(candidate("vendor-slow", "shop", Dimension.LATENCY)))
                .containsExactly("inhibited-by:" + OTHER, "inhibited-by:" + mail.id());
        assertThat(firing(mail).reasons(candidate("vendor-slow", "shop", Dimension.LATENCY)))
                .containsExactly("inhibited-by:" + mail.id());
    }

    @Test
    void alertsThatBothLackTheirVendorHaveNothingInCommon() {
        Map<String, String> down = Map.of("alertname", "vendor-down", "domain", "uptime");
        Map<String, String> slow = Map.of("alertname", "vendor-slow", "domain", "latency");

        assertThat(firing(new Firing(OTHER, down)).reasons(new Candidate(ID, "", Dimension.LATENCY, slow)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UPTIME, acme, true",
        "LATENCY, acme, true",
        "SECURITY, acme, false",
        "FINANCIAL, acme, false",
        "UPTIME, globex, false"
    })
    void maintenanceMutesOnlyWhatItBreaks(Dimension dimension, String vendor, boolean muted) {
        Suppression suppression =
                new Suppression(List.of(), Dependencies.NONE, Map.of("acme", Set.of(OTHER)), Map.of());

        assertThat(suppression.reasons(candidate("some-rule", vendor, dimension)))
                .isEqualTo(muted ? List.of("maintenance:" + OTHER) : List.of());
    }

    @Test
    void maintenanceMutesNothingOfAProtectedDomain() {
        Suppression suppression =
                new Suppression(List.of(), Dependencies.NONE, Map.of("acme", Set.of(OTHER)), Map.of());
        Map<String, String> pushed = Map.of("alertname", "breach", "vendor", "acme", "domain", "security");

        assertThat(suppression.reasons(new Candidate(ID, "acme", Dimension.UPTIME, pushed)))
                .isEmpty();
    }

    @Test
    void allReasonsAreToldCausesFirst() {
        Silence silence =
                new Silence(MatcherText.read("vendor=acme"), Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
        List<Firing> firing = new ArrayList<>();
        firing.add(new Firing(OTHER, labels("vendor-down", "acme", Dimension.UPTIME)));
        Suppression all = new Suppression(
                firing, CHAIN, Map.of("acme", Set.of(new UUID(0, 5), new UUID(0, 4))), Map.of(ID, silence));

        assertThat(all.reasons(candidate("vendor-slow", "acme", Dimension.LATENCY)))
                .containsExactly(
                        "inhibited-by:" + OTHER,
                        "maintenance:" + new UUID(0, 4),
                        "maintenance:" + new UUID(0, 5),
                        "silence:" + ID);
    }

    private static Suppression firing(Firing... causes) {
        return new Suppression(List.of(causes), CHAIN, Map.of(), Map.of());
    }

    private static Candidate candidate(String rule, String vendor, Dimension dimension) {
        return new Candidate(ID, vendor, dimension, labels(rule, vendor, dimension));
    }

    private static Map<String, String> labels(String rule, String vendor, Dimension dimension) {
        return Map.of(
                "alertname",
                rule,
                "vendor",
                vendor,
                "domain",
                dimension.name().toLowerCase(Locale.ROOT),
                "severity",
                "critical");
    }
}
