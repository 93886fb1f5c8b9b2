package io.bellwether.core.posture.securitytxt;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence.Answer;
import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTxtAssessorTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String PLACE = "https://vendor.example/.well-known/security.txt";
    private static final String CONTACT = "Contact: mailto:security@vendor.example\n";
    private static final String EXPIRES = "Expires: 2027-05-01T00:00:00Z\n";

    @Test
    void aGoodFilePassesEveryCheck() {
        Map<String, CheckResult> results = judge("# How to reach us\r\n" + CONTACT + EXPIRES + "Canonical: " + PLACE
                + "\nPreferred-Languages: en, de-CH \n\nX-Own: anything\nPolicy: https://vendor.example/p  \n");

        assertThat(codes(results))
                .containsEntry("security-txt", "security-txt-present")
                .containsEntry("security-txt-contact", "contact-present")
                .containsEntry("security-txt-expiry", "expiry-good")
                .containsEntry("security-txt-canonical", "canonical-matches")
                .containsEntry("security-txt-valid", "form-good")
                .containsEntry("security-txt-signature", "not-applicable");
        assertThat(results.values()).allMatch(result -> result.points() == 0);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2027-05-01T00:00:00Z             | expiry-good
            2027-05-01t00:00:00z             | expiry-good
            2027-05-01T00:00:00.123456789012+02:00 | expiry-good
            2027-06-30T23:59:60Z             | expiry-good
            2026-11-23T10:00:01Z             | expiry-good
            2026-11-23T10:00:00Z             | expiry-passed
            2026-11-23T11:59:59+02:00        | expiry-passed
            2019-01-01T00:00:00Z             | expiry-passed
            2027-11-25T10:00:00Z             | expiry-good
            2027-11-25T10:00:01Z             | expiry-far
            2099-12-31T23:59:59Z             | expiry-far
            2027-05-01T00:00Z                | expiry-unreadable
            2027-05-01 00:00:00Z             | expiry-unreadable
            2027-05-01T00:00:00              | expiry-unreadable
            2027-02-30T00:00:00Z             | expiry-unreadable
            2027-05-01                       | expiry-unreadable
            Thu, 31 Dec 2026 18:37:07 +0000  | expiry-unreadable
            2027-05-01T00:00:00+99:00        | expiry-unreadable
            never                            | expiry-unreadable
            """)
    void readsDatesAsInRfc3339(String value, String code) {
        assertThat(codes(judge(CONTACT + "Expires: " + value + "\n"))).containsEntry("security-txt-expiry", code);
    }

    @ParameterizedTest(name = "{0} -> {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            mailto:security@vendor.example  | contact-present  | form-good
            tel:+1-201-555-0123             | contact-present  | form-good
            https://vendor.example/report   | contact-present  | form-good
            HTTPS://vendor.example/report   | contact-present  | form-good
            http://vendor.example/report    | contact-unusable | form-faulty
            security@vendor.example         | contact-unusable | form-faulty
            +1-201-555-0123                 | contact-unusable | form-faulty
            https://                        | contact-unusable | form-faulty
            https:///report                 | contact-unusable | form-faulty
            https:report                    | contact-unusable | form-faulty
            mailto:a%2Bb@vendor.example     | contact-present  | form-good
            mailto:a%2@vendor.example       | contact-unusable | form-faulty
            mailto:a b@vendor.example       | contact-unusable | form-faulty
            1mail:a                         | contact-unusable | form-faulty
            mailto:                         | contact-unusable | form-faulty
            """)
    void wantsContactsToBeUris(String value, String contact, String form) {
        assertThat(codes(judge("Contact: " + value + "\n" + EXPIRES)))
                .containsEntry("security-txt-contact", contact)
                .containsEntry("security-txt-valid", form);
    }

    @Test
    void wantsContactAndExactlyOneExpiry() {
        assertThat(codes(judge(EXPIRES))).containsEntry("security-txt-contact", "contact-missing");
        assertThat(codes(judge(CONTACT))).containsEntry("security-txt-expiry", "expiry-missing");
        assertThat(codes(judge(CONTACT + EXPIRES + EXPIRES))).containsEntry("security-txt-expiry", "expiry-repeated");
        assertThat(codes(judge("CONTACT: mailto:a@b.example\neXpIrEs: 2027-05-01T00:00:00Z\n")))
                .containsEntry("security-txt-contact", "contact-present")
                .containsEntry("security-txt-expiry", "expiry-good");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "just words\n",
                "Policy https://vendor.example/\n",
                "Policy:https://vendor.example/\n",
                "Policy: http://vendor.example/\n",
                "Encryption: -----BEGIN PGP PUBLIC KEY BLOCK-----\n",
                "Hiring: jobs\n",
                "Acknowledgments:\n",
                "Preferred-Languages: en\nPreferred-Languages: de\n",
                "Preferred-Languages:\n",
                "Preferred-Languages: en,,de\n",
                "Preferred-Languages: english-as-spoken-everywhere\n",
                "Preferred-Languages: en_GB\n",
                "Policy: https://vendor.example/no-end-of-line",
                " : no name\n",
                "Na me: with a space\n"
            })
    void namesWhatBreaksTheGrammar(String line) {
        CheckResult result = judge(CONTACT + EXPIRES + line).get("security-txt-valid");

        assertThat(result.resultCode()).isEqualTo("form-faulty");
        assertThat(result.reason())
                .startsWith("The file breaks the grammar 1 time: ")
                .endsWith(".");
        assertThat(result.points()).isZero();
    }

    @Test
    void seesAByteOrderMarkAndReadsOn() {
        assertThat(codes(judge("\uFEFF" + CONTACT + EXPIRES)))
                .containsEntry("security-txt-contact", "contact-present")
                .containsEntry("security-txt-valid", "form-faulty");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            text/plain; charset=utf-8     | form-good
            text/plain; charset="UTF-8"   | form-good
            Text/Plain;Charset=UTF-8      | form-good
            text/plain                    | form-good
            text/plain; charset=iso-8859-1 | form-faulty
            text/plainer                  | form-faulty
            application/octet-stream      | form-faulty
            text/html; charset=utf-8      | form-faulty
            -                             | form-faulty
            """)
    void wantsPlainText(@Nullable String type, String code) {
        Answer answer = new Answer(PLACE, PLACE, List.of(), 200, type, 90, true, CONTACT + EXPIRES);

        assertThat(codes(judge(answer))).containsEntry("security-txt-valid", code);
    }

    @Test
    void wantsUtf8AndAFileOfSaneLength() {
        assertThat(codes(judge(new Answer(PLACE, PLACE, List.of(), 200, "text/plain", 90, false, CONTACT + EXPIRES))))
                .containsEntry("security-txt-valid", "form-faulty");
        assertThat(codes(
                        judge(new Answer(PLACE, PLACE, List.of(), 200, "text/plain", 70_000, true, CONTACT + EXPIRES))))
                .containsEntry("security-txt-valid", "form-faulty");
    }

    @ParameterizedTest(name = "{0} answered by {1}: {2}, {3}")
    @CsvSource(delimiter = '|', textBlock = """
            https://vendor.example/.well-known/security.txt | https://vendor.example/.well-known/security.txt     | security-txt-present      | canonical-matches
            https://vendor.example/.well-known/security.txt | https://www.vendor.example/.well-known/security.txt | security-txt-present      | canonical-matches
            https://vendor.example/.well-known/security.txt | https://vendor.example:8443/security.txt            | security-txt-present      | canonical-matches
            https://vendor.example/security.txt             | https://vendor.example/security.txt                 | security-txt-legacy-place | canonical-differs
            https://vendor.example/security.txt             | https://vendor.example/.well-known/security.txt     | security-txt-present      | canonical-matches
            https://vendor.example/.well-known/security.txt | https://group.example/.well-known/security.txt      | security-txt-other-host   | canonical-matches
            https://vendor.example/.well-known/security.txt | https://evilvendor.example/.well-known/security.txt | security-txt-other-host   | canonical-matches
            https://vendor.example/.well-known/security.txt | http://vendor.example/.well-known/security.txt      | security-txt-in-the-clear | canonical-matches
            """)
    void looksWhereItCameFrom(String asked, String url, String place, String canonical) {
        List<String> redirects = asked.equals(url) ? List.of() : List.of(asked);
        String text = CONTACT + EXPIRES + "Canonical: HTTPS://Vendor.Example/.well-known/security.txt\n";
        Map<String, CheckResult> results = judge(new Answer(asked, url, redirects, 200, "text/plain", 150, true, text));

        assertThat(codes(results))
                .containsEntry("security-txt", place)
                .containsEntry("security-txt-canonical", canonical);
    }

    @Test
    void aDetourInTheClearCountsThoughBothEndsAreEncrypted() {
        Answer answer = new Answer(
                PLACE,
                PLACE,
                List.of(PLACE, "http://vendor.example/x"),
                200,
                "text/plain",
                90,
                true,
                CONTACT + EXPIRES);

        assertThat(codes(judge(answer))).containsEntry("security-txt", "security-txt-in-the-clear");
    }

    @ParameterizedTest(name = "status {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            404 | Not found
            410 | Gone
            204 | ''
            200 | ''
            200 | <!doctype html><title>Home</title><p>Contact: us
            200 | {"error": "nothing here"}
            200 | Sorry: this page does not exist
            404 | Contact: mailto:security@vendor.example
            """)
    void aPageThatIsNoFileIsNoFile(int status, String text) {
        Map<String, CheckResult> results =
                judge(new Answer(PLACE, PLACE, List.of(), status, "text/html", text.length(), true, text + "\n"));

        assertThat(codes(results)).containsEntry("security-txt", "security-txt-missing");
        assertThat(results.get("security-txt").outcome()).isEqualTo(CheckOutcome.WARN);
        assertThat(results.get("security-txt").points()).isEqualTo(1);
        assertThat(results.values())
                .filteredOn(result -> !result.checkId().equals("security-txt"))
                .hasSize(5)
                .allMatch(result -> result.outcome() == CheckOutcome.NOT_APPLICABLE);
    }

    @Test
    void whatCouldNotBeSeenIsUnknown() {
        Assessment assessment = new SecurityTxtAssessor()
                .assess(SecurityTxtEvidence.unknown("vendor.example", NOW, "A wall against robots answered."));

        assertThat(assessment.results())
                .hasSize(6)
                .allMatch(result -> result.outcome() == CheckOutcome.UNKNOWN && result.points() == 0)
                .allMatch(result -> result.reason().equals("A wall against robots answered."));
    }

    @ParameterizedTest(name = "checked {0}: {1}")
    @CsvSource(nullValues = "-", textBlock = """
            true,  signature-good, PASS
            false, signature-bad,  FAIL
            -,     unknown,        UNKNOWN
            """)
    void tellsOfASignatureWhatIsKnown(@Nullable Boolean good, String code, CheckOutcome outcome) {
        Signature signature = new Signature(good, "It says so.", "0123456789abcdef", NOW);
        SecurityTxtEvidence evidence = new SecurityTxtEvidence(
                "vendor.example", NOW, null, List.of(answer(signed(CONTACT + EXPIRES))), signature);
        Map<String, CheckResult> results = results(evidence);

        assertThat(results.get("security-txt-signature").resultCode()).isEqualTo(code);
        assertThat(results.get("security-txt-signature").outcome()).isEqualTo(outcome);
        assertThat(results.get("security-txt-signature").reason()).endsWith("It says so.");
        assertThat(codes(results))
                .containsEntry("security-txt-valid", "form-good")
                .containsEntry("security-txt-contact", "contact-present")
                .containsEntry("security-txt-canonical", "canonical-missing-signed");
    }

    @Test
    void ofASignedFileOnlyWhatIsSignedCounts() {
        String signed = signed("- - dashed: x\n- " + EXPIRES);

        assertThat(codes(judge(CONTACT + signed)))
                .containsEntry("security-txt-contact", "contact-missing")
                .containsEntry("security-txt-expiry", "expiry-good");
        assertThat(codes(judge(signed + CONTACT)))
                .containsEntry("security-txt-contact", "contact-missing")
                .containsEntry("security-txt-valid", "form-faulty");
        assertThat(codes(judge(signed("-Contact: mailto:a@b.example\n" + EXPIRES))))
                .containsEntry("security-txt-contact", "contact-missing")
                .containsEntry("security-txt-valid", "form-faulty");
        assertThat(SecurityTxt.parse("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n" + EXPIRES)
                        .faults())
                .containsExactly("Line 4: the signed text ends without a signature.");
    }

    @Test
    void pagesThatSayThatThereIsNoneAreTheSameThoughTheyDiffer() {
        SecurityTxtEvidence one = evidence(new Answer(PLACE, PLACE, List.of(), 404, null, 9, true, "nonce 1"));
        SecurityTxtEvidence two = evidence(new Answer(PLACE, PLACE, List.of(), 404, null, 11, false, "nonce two"));
        SecurityTxtEvidence file = evidence(answer(CONTACT));

        assertThat(one.steady()).isEqualTo(two.steady());
        assertThat(file.steady()).isEqualTo(file);
    }

    private static String signed(String text) {
        return "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n" + text
                + "-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\n";
    }

    private static Answer answer(String text) {
        return new Answer(PLACE, PLACE, List.of(), 200, "text/plain; charset=utf-8", text.length(), true, text);
    }

    private static SecurityTxtEvidence evidence(Answer answer) {
        return new SecurityTxtEvidence("vendor.example", NOW, null, List.of(answer), null);
    }

    private static Map<String, CheckResult> judge(String text) {
        return judge(answer(text));
    }

    private static Map<String, CheckResult> judge(Answer answer) {
        return results(evidence(answer));
    }

    private static Map<String, CheckResult> results(SecurityTxtEvidence evidence) {
        SecurityTxtAssessor assessor = new SecurityTxtAssessor();
        List<CheckResult> results = assessor.assess(evidence).results();
        assertThat(results)
                .extracting(CheckResult::checkId)
                .containsExactlyElementsOf(assessor.ruleSet().checks().stream()
                        .map(check -> check.id())
                        .toList());
        return results.stream().collect(Collectors.toMap(CheckResult::checkId, result -> result));
    }

    private static Map<String, String> codes(Map<String, CheckResult> results) {
        return results.values().stream().collect(Collectors.toMap(CheckResult::checkId, CheckResult::resultCode));
    }
}
