package io.bellwether.core.posture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.GradeCard;
import io.bellwether.core.posture.catalogue.Assessors;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAssessorTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String URL = "https://mta-sts.v.test/.well-known/mta-sts.txt";

    private static final String GOOD = """
            v.test MX 10 mx.v.test
            v.test TXT v=spf1 ip4:198.51.100.0/24 -all
            _dmarc.v.test TXT v=DMARC1; p=reject; rua=mailto:d@v.test
            _mta-sts.v.test TXT v=STSv1; id=1
            _smtp._tls.v.test TXT v=TLSRPTv1; rua=mailto:t@v.test
            """;

    private static final String POLICY = "version: STSv1\nmode: enforce\nmx: mx.v.test\nmax_age: 604800\n";

    /** Slashes separate lines. A line that begins with a minus takes the records of a name away first. */
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            =                                                          | spf-record    | spf-valid
            -v.test TXT                                                | spf-record    | spf-missing
            -v.test TXT/v.test SPF v=spf1 -all                         | spf-record    | spf-retired-type
            -v.test TXT/-v.test MX                                     | spf-record    | spf-missing-unused
            -v.test TXT/-v.test MX/v.test MX 0\\s                      | spf-record    | spf-missing-unused
            -v.test TXT/-v.test MX/v.test SILENT-MX                    | spf-record    | unknown
            -v.test TXT/v.test SILENT-TXT                              | spf-record    | unknown
            -v.test TXT/v.test SILENT-TXT                              | spf-policy    | unknown
            -v.test TXT/v.test SILENT-TXT                              | spf-lookups   | unknown
            -v.test TXT/v.test SILENT-TXT                              | dmarc-policy  | dmarc-reject
            v.test TXT v=spf1 ~all                                     | spf-record    | spf-several
            v.test TXT v=spf1 ~all                                     | spf-policy    | not-applicable
            -v.test TXT/v.test TXT v=spf1 nonsense                     | spf-record    | spf-syntax
            -v.test TXT/v.test TXT v=spf1 nonsense                     | spf-lookups   | not-applicable
            -v.test TXT/v.test TXT v=spf1 include:gone.test -all       | spf-record    | spf-include-broken
            -v.test TXT/v.test TXT v=spf1 include:gone.test -all       | spf-policy    | not-applicable
            -v.test TXT/v.test TXT v=spf1 include:gone.test -all       | spf-lookups   | not-applicable
            -v.test TXT/v.test TXT v=spf1 include:i.test -all/i.test TXT v=spf1 x | spf-record | spf-include-broken
            -v.test TXT/v.test TXT v=spf1 include:i.test -all/i.test SILENT | spf-record | unknown
            -v.test TXT/v.test TXT v=spf1 include:i.test -all/i.test SILENT | spf-policy | unknown
            -v.test TXT/v.test TXT v=spf1 include:i.test -all/i.test SILENT | spf-lookups | unknown
            -v.test TXT/v.test TXT v=spf1 include:i.test -all/i.test SILENT | dmarc-record | dmarc-valid
            -v.test TXT/v.test TXT v=spf1 ptr -all                     | spf-record    | spf-pointer
            -v.test TXT/v.test TXT v=spf1 include:i.test -all/i.test TXT v=spf1 +all | spf-policy | spf-pass-all
            -v.test TXT/v.test TXT v=spf1 ip4:128.0.0.0/1 -all         | spf-policy    | spf-pass-all
            -v.test TXT/v.test TXT v=spf1 +all                         | spf-policy    | spf-pass-all
            -v.test TXT/v.test TXT v=spf1 ?all                         | spf-policy    | spf-neutral
            -v.test TXT/v.test TXT v=spf1 ip4:1.2.3.4                  | spf-policy    | spf-neutral
            -v.test TXT/v.test TXT v=spf1 redirect=i.test/i.test TXT v=spf1 -all | spf-policy | spf-hard-fail
            -v.test TXT/v.test TXT v=spf1 ~all                         | spf-policy    | spf-soft-fail
            -v.test TXT/v.test TXT v=spf1 ~all/-_dmarc.v.test TXT      | spf-policy    | spf-soft-fail-alone
            -v.test TXT/v.test TXT v=spf1 ~all/-_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=none | spf-policy | spf-soft-fail-alone
            -v.test TXT/v.test TXT v=spf1 ~all/-_dmarc.v.test TXT/_dmarc.v.test SILENT | spf-policy | unknown
            =                                                          | spf-policy    | spf-hard-fail
            =                                                          | spf-lookups   | spf-lookups-within
            -v.test TXT/v.test TXT v=spf1 include:v.test -all          | spf-lookups   | spf-lookups-exceeded
            -v.test TXT/v.test TXT v=spf1 a:g1.test a:g2.test -all     | spf-lookups   | spf-lookups-within
            -v.test TXT/v.test TXT v=spf1 a:g1.test a:g2.test a:g3.test -all | spf-lookups | spf-voids-exceeded
            -v.test TXT/v.test TXT v=spf1 exists:%{i}.a.test exists:%{i}.b.test exists:%{i}.c.test -all | spf-lookups | spf-lookups-within
            =                                                          | dmarc-record  | dmarc-valid
            -_dmarc.v.test TXT                                         | dmarc-record  | dmarc-missing
            -_dmarc.v.test TXT                                         | dmarc-policy  | not-applicable
            -_dmarc.v.test TXT                                         | dmarc-reports | not-applicable
            -_dmarc.v.test TXT/-v.test MX                              | dmarc-record  | dmarc-missing-unused
            -_dmarc.v.test TXT/_dmarc.v.test SILENT                    | dmarc-record  | unknown
            -_dmarc.v.test TXT/_dmarc.v.test SILENT                    | dmarc-policy  | unknown
            -_dmarc.v.test TXT/_dmarc.v.test SILENT                    | dmarc-reports | unknown
            -_dmarc.v.test TXT/_dmarc.v.test SILENT                    | spf-record    | spf-valid
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=dmarc1; p=reject    | dmarc-record  | dmarc-invalid
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1              | dmarc-record  | dmarc-invalid
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1              | dmarc-policy  | not-applicable
            _dmarc.v.test TXT v=DMARC1; p=none                         | dmarc-record  | dmarc-several
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=reject; adkim=x | dmarc-record | dmarc-faulty
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=reject; pct=10  | dmarc-record | dmarc-obsolete
            -_dmarc.v.test TXT/_dmarc.test TXT v=DMARC1; p=none; sp=reject; psd=y | dmarc-policy | dmarc-reject
            =                                                          | dmarc-policy  | dmarc-reject
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=quarantine | dmarc-policy | dmarc-quarantine
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=none      | dmarc-policy  | dmarc-none
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; rua=mailto:d@v.test | dmarc-policy | dmarc-none
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=reject; t=y | dmarc-policy | dmarc-reject-testing
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=quarantine; t=y | dmarc-policy | dmarc-quarantine-testing
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=reject; sp=none | dmarc-policy | dmarc-subdomains-open
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=reject; np=none | dmarc-policy | dmarc-subdomains-open
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=reject; sp=none/_dmarc.test TXT v=DMARC1; p=none | dmarc-policy | dmarc-reject
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=reject; sp=none/_dmarc.test SILENT | dmarc-policy | unknown
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=reject/_dmarc.test SILENT | dmarc-policy | dmarc-reject
            -v.test TXT/v.test TXT v=spf1 -all/-_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=quarantine | dmarc-policy | dmarc-quarantine-unused
            -v.test TXT/v.test TXT v=spf1 -all/-_dmarc.v.test TXT/-v.test MX/v.test SILENT-MX | dmarc-record | unknown
            =                                                          | dmarc-reports | dmarc-reports-set
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=reject    | dmarc-reports | dmarc-no-reports
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=reject; rua=mailto:d@o.example | dmarc-reports | dmarc-reports-refused
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=reject; rua=mailto:d@o.example/v.test._report._dmarc.o.example TXT v=DMARC1 | dmarc-reports | dmarc-reports-set
            -_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=reject; rua=mailto:d@o.example/v.test._report._dmarc.o.example SILENT | dmarc-reports | unknown
            =                                                          | dkim-keys     | unknown
            -v.test TXT/v.test TXT v=spf1 -all                         | dkim-keys     | not-applicable
            =                                                          | mta-sts       | mta-sts-enforced
            -_mta-sts.v.test TXT                                       | mta-sts       | mta-sts-missing
            -_mta-sts.v.test TXT/_mta-sts.v.test SILENT                | mta-sts       | unknown
            _mta-sts.v.test TXT v=STSv1; id=2                          | mta-sts       | mta-sts-record-invalid
            -_mta-sts.v.test TXT/_mta-sts.v.test TXT v=STSv1;          | mta-sts       | mta-sts-record-invalid
            -_mta-sts.v.test TXT/_mta-sts.v.test TXT v=STSv1; id=1-2   | mta-sts       | mta-sts-record-invalid
            -v.test MX                                                 | mta-sts       | not-applicable
            -v.test MX/v.test MX 0\\s                                  | tls-rpt       | not-applicable
            -v.test MX/v.test SILENT-MX                                | mta-sts       | unknown
            v.test MX 20 other.test                                    | mta-sts       | mta-sts-mismatch
            =                                                          | tls-rpt       | tls-rpt-present
            -_smtp._tls.v.test TXT                                     | tls-rpt       | tls-rpt-missing
            -_smtp._tls.v.test TXT/_smtp._tls.v.test SILENT            | tls-rpt       | unknown
            _smtp._tls.v.test TXT v=TLSRPTv1; rua=mailto:x@v.test      | tls-rpt       | tls-rpt-invalid
            -_smtp._tls.v.test TXT/_smtp._tls.v.test TXT v=TLSRPTv1    | tls-rpt       | tls-rpt-invalid
            """)
    void givesEachCode(String changes, String check, String code) {
        Assessment assessment = assess(evidence(changed(changes), null, List.of(), document(POLICY)));

        assertThat(result(assessment, check).resultCode()).isEqualTo(code);
        assertThat(result(assessment, check).reason()).endsWith(".");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            version: STSv1/mode: testing/mx: mx.v.test/max_age: 604800   | mta-sts-testing
            version: STSv1/mode: testing/mx: x.v.test/max_age: 604800    | mta-sts-mismatch-testing
            version: STSv1/mode: enforce/mx: *.v.test/max_age: 604800    | mta-sts-enforced
            version: STSv1/mode: enforce/mx: mx.v.test/max_age: 86399    | mta-sts-short
            version: STSv1/mode: enforce/mx: mx.v.test/max_age: 86400    | mta-sts-enforced
            version: STSv1/mode: none/max_age: 604800                    | mta-sts-off
            <html>                                                       | mta-sts-policy-invalid
            """)
    void judgesTheFetchedPolicy(String lines, String code) {
        PolicyDocument document = document(lines.replace('/', '\n'));

        assertThat(result(assess(evidence(Zone.of(GOOD), null, List.of(), document)), "mta-sts")
                        .resultCode())
                .isEqualTo(code);
    }

    @Test
    void aPolicyThatWeCannotReadIsNotMissing() {
        PolicyDocument wall = new PolicyDocument(URL, 503, null, null, "We are kept out.");
        PolicyDocument gone = new PolicyDocument(URL, 404, null, null, null);
        PolicyDocument broken = new PolicyDocument(URL, null, null, "Its certificate has expired.", null);

        assertThat(transit(wall)).isEqualTo("unknown");
        assertThat(transit(null)).isEqualTo("unknown");
        assertThat(transit(gone)).isEqualTo("mta-sts-policy-missing");
        assertThat(transit(broken)).isEqualTo("mta-sts-policy-missing");
    }

    @Test
    void theWorstKeyCounts() throws GeneralSecurityException {
        String strong = "v=DKIM1; p=" + DkimKeyTest.base64(DkimKeyTest.rsa(2048).getEncoded());
        String brief = "v=DKIM1; p=" + DkimKeyTest.base64(DkimKeyTest.rsa(1024).getEncoded());
        String weak = "v=DKIM1; p=" + DkimKeyTest.base64(DkimKeyTest.rsa(768).getEncoded());

        assertThat(keys(strong)).isEqualTo("dkim-valid");
        assertThat(keys(strong + "; t=y")).isEqualTo("dkim-testing");
        assertThat(keys(strong, brief)).isEqualTo("dkim-short");
        assertThat(keys(strong, brief, weak)).isEqualTo("dkim-weak");
        assertThat(keys(brief, "v=DKIM1; p=")).isEqualTo("dkim-short");
        assertThat(keys(strong, "v=DKIM1; p=")).isEqualTo("dkim-revoked");
        assertThat(keys(strong, "v=DKIM1; p=AAAA")).isEqualTo("dkim-invalid");
        assertThat(keys(strong, "gone")).isEqualTo("dkim-missing");
        assertThat(keys(strong, "silent")).isEqualTo("unknown");
        assertThat(keys(brief, "silent")).isEqualTo("dkim-short");
        assertThat(keys(strong, brief, "two")).isEqualTo("dkim-invalid");
    }

    @Test
    void whoIsKnownToSendHasMailWhateverItsRecordsSay() {
        Zone none = changed("-v.test MX/-v.test TXT");

        assertThat(result(assess(evidence(none, true, List.of(), null)), "spf-record")
                        .resultCode())
                .isEqualTo("spf-missing");
        assertThat(result(assess(evidence(none, false, List.of(), null)), "dkim-keys")
                        .resultCode())
                .isEqualTo("not-applicable");
        assertThat(result(assess(evidence(Zone.of(GOOD), false, List.of(), null)), "dmarc-policy")
                        .resultCode())
                .isEqualTo("dmarc-reject");
    }

    @ParameterizedTest(name = "{0} lookups: {1}")
    @CsvSource({
        "8, spf-lookups-within",
        "9, spf-lookups-near",
        "10, spf-lookups-near",
        "11, spf-lookups-exceeded",
        "14, spf-lookups-exceeded",
        "40, spf-lookups-exceeded"
    })
    void countsLookups(int lookups, String code) {
        Zone zone = changed(
                "-v.test TXT/v.test TXT v=spf1" + " a:mx.v.test".repeat(lookups) + " -all/mx.v.test A 198.51.100.1");
        CheckResult result = result(assess(evidence(zone, null, List.of(), null)), "spf-lookups");

        assertThat(result.resultCode()).isEqualTo(code);
        assertThat(result.evidence()).containsEntry("lookups", Math.min(lookups, 31));
        assertThat(result.reason()).contains(lookups > 30 ? "at least 31" : " " + lookups + " ");
    }

    @Test
    void aLongRecordIsPointedOut() {
        Zone zone = changed("-v.test TXT/v.test TXT v=spf1" + " ip4:198.51.100.200".repeat(25) + " -all");

        assertThat(result(assess(evidence(zone, null, List.of(), null)), "spf-record")
                        .resultCode())
                .isEqualTo("spf-long");
    }

    @Test
    void theArithmeticAddsUp() {
        Zone zone = changed("-v.test TXT/-_dmarc.v.test TXT/_dmarc.v.test TXT v=DMARC1; p=none");
        GradeCard card =
                assess(evidence(zone, null, List.of(), document(POLICY))).card();

        assertThat(card).isNotNull();
        assertThat(card.score()).isEqualTo(100 - 8 - 6 - 2);
        assertThat(card.grade()).isNull();
        assertThat(card.arithmetic())
                .containsExactly(
                        new GradeCard.Step("Base", 100.0),
                        new GradeCard.Step("spf-record: spf-missing", -8.0),
                        new GradeCard.Step("dmarc-policy: dmarc-none", -6.0),
                        new GradeCard.Step("dmarc-reports: dmarc-no-reports", -2.0),
                        new GradeCard.Step("Score", 84.0));
        assertThat(card.untested()).anyMatch(line -> line.startsWith("dkim-keys could not be told: "));
    }

    @Test
    void aFailedLookTakesNothing() {
        MailEvidence failed = new MailEvidence("v.test", NOW, "Our resolver failed.", null, List.of(), List.of(), null);
        Assessment assessment = assess(failed);

        assertThat(assessment.results())
                .hasSameSizeAs(MailRules.SET.checks())
                .allMatch(result -> result.outcome() == CheckOutcome.UNKNOWN && result.points() == 0)
                .allMatch(result -> result.reason().equals("Our resolver failed."));
        assertThat(assessment.card()).isNotNull();
        assertThat(assessment.card().score()).isNull();
    }

    @Test
    void whatWasNotAskedIsNotKnown() {
        MailEvidence nothing = new MailEvidence("v.test", NOW, null, null, List.of(), List.of(), null);

        assertThat(assess(nothing).results()).allMatch(result -> result.outcome() == CheckOutcome.UNKNOWN);
    }

    @Test
    void everyRuleIsWhole() {
        assertThat(MailRules.SET.checks()).hasSize(9);
        for (CheckRule rule : MailRules.SET.checks()) {
            assertThat(rule.remediation().text().it()).endsWith(".");
            assertThat(rule.remediation().text().marketing()).endsWith(".").doesNotContainPattern("[A-Z]{2,}");
            assertThat(rule.meaning()).endsWith(".").doesNotContainPattern("[A-Z]{2,}");
            assertThat(rule.reference()).startsWith("https://");
            assertThat(rule.codes()).anyMatch(code -> code.outcome() == CheckOutcome.PASS && code.points() == 0);
            assertThat(rule.codes()).allMatch(code -> code.says().endsWith(".") && code.points() <= 10);
            assertThat(rule.codes()).allMatch(code -> code.outcome() != CheckOutcome.FAIL || code.points() > 0);
        }
        assertThat(Assessors.of("mail")).singleElement().isInstanceOf(MailAssessor.class);
        assertThat(Assessors.find("mail-2026.1")).isPresent();
    }

    private static String keys(String... records) throws GeneralSecurityException {
        StringBuilder lines = new StringBuilder(GOOD);
        List<String> selectors = new ArrayList<>();
        for (int i = 0; i < records.length; i++) {
            String name = "s" + i + "._domainkey.v.test";
            selectors.add("s" + i);
            lines.append(
                    switch (records[i]) {
                        case "gone" -> "";
                        case "silent" -> name + " SILENT\n";
                        case "two" -> name + " TXT p=\n" + name + " TXT p=\n";
                        default -> name + " TXT " + records[i] + "\n";
                    });
        }
        return result(assess(evidence(Zone.of(lines.toString()), null, selectors, null)), "dkim-keys")
                .resultCode();
    }

    private static String transit(@Nullable PolicyDocument document) {
        return result(assess(evidence(Zone.of(GOOD), null, List.of(), document)), "mta-sts")
                .resultCode();
    }

    private static Zone changed(String changes) {
        List<String> lines = new ArrayList<>(GOOD.lines().toList());
        for (String change : changes.replace("\\s", " ").split("/(?=[-_a-z])", -1)) {
            if (change.startsWith("-")) {
                lines.removeIf(line -> line.startsWith(change.substring(1) + " "));
            } else if (!change.equals("=")) {
                lines.add(change);
            }
        }
        return Zone.of(String.join("\n", lines));
    }

    private static MailEvidence evidence(
            Zone zone, @Nullable Boolean sends, List<String> selectors, @Nullable PolicyDocument document) {
        List<DnsAnswer> answers = new ArrayList<>();
        MailQuestions.ask("v.test", selectors, (name, type) -> {
            DnsAnswer answer = zone.ask(name, type);
            answers.add(answer);
            return answer;
        });
        return new MailEvidence("v.test", NOW, null, sends, selectors, answers, document);
    }

    private static PolicyDocument document(String text) {
        return new PolicyDocument(URL, 200, text, null, null);
    }

    private static Assessment assess(MailEvidence evidence) {
        Assessment assessment = new MailAssessor().assess(evidence);
        Map<String, CheckResult> byCheck =
                assessment.results().stream().collect(Collectors.toMap(CheckResult::checkId, Function.identity()));
        assertThat(byCheck.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        MailRules.SET.checks().stream().map(CheckRule::id).toList());
        return assessment;
    }

    private static CheckResult result(Assessment assessment, String check) {
        return assessment.results().stream()
                .filter(result -> result.checkId().equals(check))
                .findFirst()
                .orElseThrow();
    }
}
