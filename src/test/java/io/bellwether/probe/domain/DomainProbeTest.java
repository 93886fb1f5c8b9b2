package io.bellwether.probe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.registration.RegistrationRules;
import io.bellwether.platform.TestJson;
import io.bellwether.probe.Answers;
import io.bellwether.probe.RegistrableName;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.domain.DomainProbe.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainProbeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Settings SETTINGS = new Settings("www.Shop.test", null, null);

    @ParameterizedTest(name = "{0} hours left, status {1}: {2} {3}, expiry {4}, lock {5}, delete lock {6}")
    @CsvSource(nullValues = "-", textBlock = """
            9000, client transfer prohibited,  UP,       OK,              PASS,           PASS, WARN
            721,  server transfer prohibited,  UP,       OK,              PASS,           PASS, WARN
            719,  client transfer prohibited,  DEGRADED, DOMAIN_EXPIRING, WARN,           PASS, WARN
            169,  active,                      DEGRADED, DOMAIN_EXPIRING, WARN,           WARN, WARN
            167,  active,                      DEGRADED, DOMAIN_EXPIRING, FAIL,           WARN, WARN
            -1,   active,                      DOWN,     DOMAIN_EXPIRED,  FAIL,           WARN, WARN
            -1,   client hold,                 DOWN,     DOMAIN_EXPIRED,  FAIL,           WARN, WARN
            9000, clientHold,                  DOWN,     DOMAIN_ON_HOLD,  PASS,           WARN, WARN
            9000, server hold,                 DOWN,     DOMAIN_ON_HOLD,  PASS,           WARN, WARN
            9000, redemption period,           DEGRADED, DOMAIN_EXPIRING, PASS,           WARN, WARN
            9000, pendingDelete,               DEGRADED, DOMAIN_EXPIRING, PASS,           WARN, WARN
            9000, clientDeleteProhibited,    UP,       OK,              PASS,           WARN, PASS
            9000, server delete prohibited,  UP,       OK,              PASS,           WARN, PASS
            9000, clientTransferProhibited,    UP,       OK,              PASS,           PASS, WARN
            -,    active,                      UNKNOWN,  NOT_PUBLISHED,   NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE
            -,    server hold,                 DOWN,     DOMAIN_ON_HOLD,  NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE
            """)
    void judgesARegistration(
            @Nullable Integer hours,
            String status,
            Outcome outcome,
            Cause cause,
            String expiry,
            String lock,
            String deleteLock) {
        String end = hours == null ? null : NOW.plus(Duration.ofHours(hours)).toString();
        Verdict verdict = judge(SETTINGS, RdapAnswers.domain("SHOP.test", end, status));
        Map<String, Finding> found =
                verdict.findings().stream().collect(Collectors.toMap(Finding::signal, finding -> finding));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.reason()).contains("shop.test").endsWith(".");
        assertThat(found).hasSize(5);
        assertThat(found.get("domain-expiry").value()).isEqualTo(expiry);
        assertThat(found.get("domain-transfer-lock").value()).isEqualTo(lock);
        assertThat(found.get("domain-delete-lock").value()).isEqualTo(deleteLock);
        assertThat(found.get("domain-name-servers").value()).isEqualTo("ns1.shop.test ns2.shop.test");
        assertThat(found.keySet())
                .containsExactlyInAnyOrderElementsOf(RegistrationRules.SET.checks().stream()
                        .map(CheckRule::id)
                        .toList());
        assertThat(found.get("domain-registrar").value()).isEqualTo("Careful Registrar Inc.");
        assertThat(found.get("domain-registrar").key()).isEqualTo("domain:shop.test:registrar");
        assertThat(found.values()).allMatch(finding -> finding.dimension() == Dimension.SECURITY);
    }

    @Test
    void warnsWhenItIsToldTo() {
        Settings early = new Settings("shop.test", Duration.ofDays(90), Duration.ofDays(60));
        String answer = RdapAnswers.domain("shop.test", "2027-01-30T10:00:00Z", "active");

        assertThat(judge(early, answer).outcome()).isEqualTo(Outcome.DEGRADED);
        assertThat(judge(SETTINGS, answer).outcome()).isEqualTo(Outcome.UP);
    }

    @Test
    void saysTheSameFromDayToDayWhileAllIsWell() {
        Verdict verdict = judge(SETTINGS, RdapAnswers.domain("shop.test", "2027-05-01T23:59:59+02:00", "active"));

        assertThat(verdict.reason()).isEqualTo("The registration of shop.test is good until 2027-05-01.");
    }

    @Test
    void keepsTheRegistrationAsEvidence() {
        Verdict verdict =
                judge(SETTINGS, RdapAnswers.domain("shop.test", "2027-05-01T00:00:00Z", "clientTransferProhibited"));

        assertThat(verdict.detail())
                .containsEntry("domain", "shop.test")
                .containsEntry("registeredAt", "2001-02-03T04:05:06Z")
                .containsEntry("expiresAt", "2027-05-01T00:00:00Z")
                .containsEntry("daysLeft", 159.6)
                .containsEntry("statuses", List.of("client transfer prohibited"))
                .containsEntry("registrar", "Careful Registrar Inc.")
                .containsEntry("registrarId", "292")
                .containsEntry("nameServers", List.of("ns1.shop.test", "ns2.shop.test"))
                .containsEntry("signed", true);
    }

    @Test
    void makesDoWithLittle() {
        Verdict verdict = judge(SETTINGS, """
                {"objectClassName": "domain", "ldhName": "shop.test", "status": "active", "events": {}, "nameservers": [7],
                 "entities": [{"roles": ["registrar"], "handle": "R-1", "vcardArray": ["vcard"], "publicIds": "none"}]}""");

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.detail()).containsEntry("registrar", "R-1").doesNotContainKeys("expiresAt", "signed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop",
                "https://shop.test",
                "shop.test.",
                ".test",
                "a..test",
                "192.0.2.1",
                "-a.test",
                "a b.test"
            })
    void refusesWhatIsNoDomain(String domain) {
        assertThat(new RegistrableName().fault(domain)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.test", "www.shop.co.uk", "xn--bcher-kva.example", "a.xn--p1ai", "4711.example"})
    void takesDomainsAndHosts(String domain) {
        assertThat(new RegistrableName().fault(domain)).isNull();
    }

    private static Verdict judge(Settings settings, String answer) {
        return DomainProbe.judge(
                settings, Registration.of(TestJson.json().map(answer)), Answers.answer(200, answer), NOW);
    }
}
