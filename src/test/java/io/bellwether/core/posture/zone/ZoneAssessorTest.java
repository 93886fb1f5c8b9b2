package io.bellwether.core.posture.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.ResultCode;
import io.bellwether.core.posture.RuleSet;
import io.bellwether.platform.Json;
import io.bellwether.platform.TestJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneAssessorTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final ZoneAssessor ASSESSOR = new ZoneAssessor();

    @ParameterizedTest(name = "CAA {0}: {1}, {2} points")
    @CsvSource(nullValues = "-", textBlock = """
            -,                                                   unknown,             0
            shop.example=;example=,                              caa-absent,          2
            shop.example=issue ca.example,                       caa-restricted,      0
            shop.example=;example=issue ca.example,              caa-restricted,      0
            shop.example=;example=?,                             unknown,             0
            shop.example=?,                                      unknown,             0
            shop.example=iodef mailto:it@shop.example,           caa-without-issuers, 1
            shop.example=issuewild ca.example,                   caa-without-issuers, 1
            shop.example=ISSUE ca.example,                       caa-restricted,      0
            """)
    void judgesWhoMayIssueCertificates(@Nullable String way, String code, double points) {
        List<CaaAnswer> answers = way == null
                ? List.of()
                : Stream.of(way.split(";")).map(ZoneAssessorTest::answer).toList();

        check("zone-caa", new ZoneEvidence("shop.example", NOW, null, answers, null, null, List.of()), code, points);
    }

    @Test
    void showsWhoMayIssueAndHowItIsBound() {
        CaaAnswer answer = new CaaAnswer(
                "shop.example",
                List.of(
                        new CaaRecord(0, "issue", "ca.example; accounturi=https://ca.example/1"),
                        new CaaRecord(0, "issue", ";"),
                        new CaaRecord(128, "iodef", "mailto:it@shop.example")),
                null);

        CheckResult result = NamesJudge.caa(List.of(answer));

        assertThat(result.reason())
                .isEqualTo("shop.example lets these authorities issue certificates: ca.example, nobody.");
        assertThat(result.evidence())
                .containsEntry("bindings", List.of("accounturi"))
                .containsEntry("iodef", List.of("mailto:it@shop.example"));
    }

    @ParameterizedTest(name = "signatures {0}: {1}, {2} points")
    @CsvSource(nullValues = "-", textBlock = """
            -,         unknown,         0
            SECURE,    dnssec-valid,    0
            UNSIGNED,  dnssec-unsigned, 3
            BOGUS,     dnssec-bogus,    25
            UNDECIDED, unknown,         0
            """)
    void judgesSignatures(@Nullable String state, String code, double points) {
        Signatures signatures = state == null ? null : new Signatures(state, "it is so");

        check(
                "zone-dnssec",
                new ZoneEvidence("shop.example", NOW, null, List.of(), signatures, null, List.of()),
                code,
                points);
    }

    /** A server is {@code name[addresses]serial}, with ! when it does not know the zone, ~ when silent, ? when not asked. */
    @ParameterizedTest(name = "{0}: {1} is {2}, {3} points")
    @CsvSource(delimiter = '|', textBlock = """
            a[192.0.2.1]7 b[198.51.100.1]7              | zone-server-count    | several-servers  | 0
            a[192.0.2.1]7                               | zone-server-count    | single-server    | 10
            a[192.0.2.1]7 b[198.51.100.1]7              | zone-server-networks | networks-differ  | 0
            a[192.0.2.1]7 b[192.0.2.254]7               | zone-server-networks | networks-same    | 4
            a[192.0.2.1,2001:db8:1::1]7 b[192.0.2.2]7   | zone-server-networks | networks-same    | 4
            a[2001:db8:1::1]7 b[2001:db8:2::1]7         | zone-server-networks | networks-differ  | 0
            a[2001:db8:1:1::1]7 b[2001:db8:1:2::1]7     | zone-server-networks | networks-same    | 4
            a[2001:db8:1::1]7 b[2001:DB8:0001:0:0:0:0:2]7 | zone-server-networks | networks-same  | 4
            a[2001:db8::1]7 b[2001:db8:0:1::1]7         | zone-server-networks | networks-same    | 4
            a[192.0.2.1]7 b[?]7                         | zone-server-networks | unknown          | 0
            a[192.0.2.1]7 b[?]7 c[198.51.100.1]7        | zone-server-networks | networks-differ  | 0
            a[]7 b[]7                                   | zone-server-networks | unknown          | 0
            a[192.0.2.1]7                               | zone-server-networks | not-applicable   | 0
            a[192.0.2.1]7 b[192.0.2.2]7                 | zone-servers-answer  | servers-answer   | 0
            a[192.0.2.1]7 b[192.0.2.2]~                 | zone-servers-answer  | servers-silent   | 3
            a[192.0.2.1]7 b[192.0.2.2]!                 | zone-servers-answer  | servers-lame     | 7
            a[192.0.2.1]! b[192.0.2.2]~                 | zone-servers-answer  | servers-lame     | 7
            a[192.0.2.1]~ b[192.0.2.2]~                 | zone-servers-answer  | unknown          | 0
            a[192.0.2.1]7 b[192.0.2.2]?                 | zone-servers-answer  | unknown          | 0
            a[192.0.2.1]? b[192.0.2.2]~                 | zone-servers-answer  | unknown          | 0
            a[192.0.2.1]7 b[192.0.2.2]7                 | zone-serials         | serials-agree    | 0
            a[192.0.2.1]7 b[192.0.2.2]6                 | zone-serials         | serials-differ   | 0
            a[192.0.2.1]7 b[192.0.2.2]~                 | zone-serials         | unknown          | 0
            a[192.0.2.1]7                               | zone-serials         | not-applicable   | 0
            """)
    void judgesNameServers(String servers, String check, String code, double points) {
        List<NameServer> found =
                Stream.of(servers.split(" ")).map(ZoneAssessorTest::server).toList();

        check(check, with(new NameServers("shop.example", found, null, "nobody asked")), code, points);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            zone-server-networks | a[192.0.2.1]7 b[192.0.2.2]7 | All name servers lie in 192.0.2.0/24.
            zone-server-networks | a[2001:db8:7::1]7 b[2001:0db8:7::2]7 | All name servers lie in 2001:db8:7::/48.
            zone-server-networks | a[192.0.2.1]7 b[?]7         | The resolver failed.
            zone-servers-answer  | a[192.0.2.1]7 b[192.0.2.2]! c[192.0.2.3]~ | 2 of 3 name servers of shop.example do not answer for it: b, c.
            """)
    void saysWhatItSawOfTheServers(String check, String servers, String reason) {
        List<NameServer> found =
                Stream.of(servers.split(" ")).map(ZoneAssessorTest::server).toList();

        assertThat(result(check, with(new NameServers("shop.example", found, null, null)))
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void showsWhatEngineersCheckItBy() {
        Assessment assessment = ASSESSOR.assess(whole(7, 6));
        Map<String, Map<String, Object>> shown =
                assessment.results().stream().collect(Collectors.toMap(CheckResult::checkId, CheckResult::evidence));

        assertThat(shown.get("zone-dnssec")).isEqualTo(Map.of("why", "no DS"));
        assertThat(shown.get("zone-server-count"))
                .isEqualTo(Map.of("zone", "shop.example", "servers", List.of("a", "b", "c")));
        assertThat(shown.get("zone-server-networks"))
                .isEqualTo(Map.of("networks", List.of("192.0.2.0/24", "198.51.100.0/24")));
        assertThat(shown.get("zone-servers-answer")).isEqualTo(Map.of("c", "It did not answer in time."));
        assertThat(shown.get("zone-serials")).isEqualTo(Map.of("serials", List.of(7L, 6L)));
        assertThat(shown.get("zone-aliases")).isEqualTo(Map.of("aliases", List.of("www.shop.example → x.example")));
        assertThat(assessment.target()).isEqualTo("shop.example");
        assertThat(assessment.observedAt()).isEqualTo(NOW);
        assertThat(assessment.card()).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            a signature has expired, The zone's signatures do not hold: a signature has expired.
            '',                      The zone's signatures do not hold: the chain is broken.
            """)
    void saysWhichLinkDoesNotHold(String why, String reason) {
        assertThat(NamesJudge.signatures(new Signatures(Signatures.BOGUS, why)).reason())
                .isEqualTo(reason);
        assertThat(NamesJudge.signatures(new Signatures("UNDECIDED", "a link is missing"))
                        .reason())
                .isEqualTo("Whether its signatures hold could not be told: a link is missing.");
    }

    @ParameterizedTest(name = "above {0}, own {1}: {2}, {3} points")
    @CsvSource(nullValues = "-", textBlock = """
            a b, a b/a b, delegation-agrees,  0, -
            a b, a/a,     delegation-differs, 2, Only the zone above names b.
            a b, a b c/-, delegation-differs, 2, Only the zone itself names c.
            a b, a c/a c, delegation-differs, 2, Only the zone above names b; only the zone itself names c.
            a b, a/b,     delegation-differs, 2, The name servers disagree among themselves about who they are.
            -,   a b/a b, unknown,            0, It is closed.
            a b, -/-,     unknown,            0, -
            """)
    void comparesTheDelegation(
            @Nullable String above, String own, String code, double points, @Nullable String reason) {
        String[] each = own.split("/");
        List<NameServer> servers = Arrays.stream(each)
                .map(names ->
                        new NameServer("a", List.of(), null, 1L, names.equals("-") ? null : words(names), null, true))
                .toList();
        ZoneEvidence evidence = with(new NameServers(
                "shop.example", servers, above == null ? null : words(above), above == null ? "It is closed." : null));

        CheckResult result = check("zone-delegation", evidence, code, points);

        if (reason != null) {
            assertThat(result.reason()).isEqualTo(reason);
        }
    }

    @ParameterizedTest(name = "{0} ending {1}, denied by {2}: {3}, {4} points")
    @CsvSource(nullValues = "-", textBlock = """
            -,                          FOUND,        -,                 not-applicable,  0
            -,                          NO_SUCH_NAME, example,           not-applicable,  0
            cdn.maker.example,          FOUND,        -,                 aliases-lead-on, 0
            cdn.maker.example,          NO_DATA,      -,                 aliases-lead-on, 0
            cdn.maker.example,          -,            -,                 unknown,         0
            cdn.maker.example,          NO_SUCH_NAME, maker.example,     alias-dangling,  6
            cdn.maker.example,          NO_SUCH_NAME, -,                 alias-dangling,  6
            cdn.maker.example,          NO_SUCH_NAME, example,           alias-claimable, 12
            x.example shop.azurewebsites.net, NO_SUCH_NAME, azurewebsites.net, alias-claimable, 12
            shop.azurewebsites.net,     FOUND,        -,                 aliases-lead-on, 0
            """)
    void judgesAliases(@Nullable String chain, @Nullable String end, @Nullable String by, String code, double points) {
        HostLook look = new HostLook(
                "www.shop.example",
                chain == null ? List.of() : words(chain),
                end,
                by,
                true,
                end == null ? "The resolver failed." : null);

        check(
                "zone-aliases",
                new ZoneEvidence("shop.example", NOW, null, List.of(), null, null, List.of(look)),
                code,
                points);
    }

    @Test
    void takesADanglingAliasForKnownThoughAnotherHostIsNot() {
        List<HostLook> hosts = List.of(
                new HostLook("a.shop.example", List.of(), null, null, null, "The resolver failed."),
                new HostLook("b.shop.example", List.of("gone.maker.example"), "NO_SUCH_NAME", null, false, null));

        assertThat(NamesJudge.aliases(hosts).reason())
                .isEqualTo("b.shop.example is an alias of gone.maker.example, which does not exist.");
        assertThat(NamesJudge.ipv6(hosts).outcome()).isEqualTo(CheckOutcome.UNKNOWN);
    }

    @Test
    void namesTheAliasThatCanBeTakenOver() {
        List<HostLook> hosts = List.of(
                new HostLook(
                        "a.shop.example", List.of("a.maker.example"), "NO_SUCH_NAME", "maker.example", false, null),
                new HostLook("b.shop.example", List.of("b.maker.example"), "NO_SUCH_NAME", "example", false, null));

        assertThat(NamesJudge.aliases(hosts).reason())
                .isEqualTo("b.shop.example is an alias of b.maker.example, which does not exist; it may be taken over,"
                        + " which is not confirmed.");
    }

    @Test
    void aHostWithoutAnyAddressLacksNoIpv6() {
        List<HostLook> hosts = List.of(
                new HostLook("a.shop.example", List.of(), HostLook.NO_DATA, null, false, null),
                new HostLook("b.shop.example", List.of(), HostLook.NO_DATA, null, true, null));

        assertThat(NamesJudge.ipv6(hosts).resultCode()).isEqualTo("ipv6-published");
        assertThat(NamesJudge.ipv6(hosts.subList(0, 1)).outcome()).isEqualTo(CheckOutcome.NOT_APPLICABLE);
    }

    @ParameterizedTest(name = "IPv6 {0}: {1}")
    @CsvSource({"true true, ipv6-published", "true false, ipv4-only", "true -, unknown"})
    void tellsAboutIpv6WithoutTakingPoints(String each, String code) {
        List<HostLook> hosts = Stream.of(each.split(" "))
                .map(word -> new HostLook(
                        "h", List.of(), HostLook.FOUND, null, word.equals("-") ? null : Boolean.valueOf(word), null))
                .toList();

        check("zone-ipv6", new ZoneEvidence("shop.example", NOW, null, List.of(), null, null, hosts), code, 0);
    }

    @Test
    void losesNoPointWhenNothingCouldBeSeen() {
        Assessment assessment = ASSESSOR.assess(ZoneEvidence.unknown("shop.example", NOW, "Our resolver failed."));

        assertThat(assessment.results())
                .hasSameSizeAs(ASSESSOR.ruleSet().checks())
                .allSatisfy(result -> {
                    assertThat(result.outcome()).isEqualTo(CheckOutcome.UNKNOWN);
                    assertThat(result.points()).isZero();
                    assertThat(result.reason()).isEqualTo("Our resolver failed.");
                });
    }

    @Test
    void answersEveryCheckInTheOrderOfTheRuleSet() {
        Assessment assessment = ASSESSOR.assess(whole(7, 7));

        assertThat(assessment.results())
                .extracting(CheckResult::checkId)
                .containsExactlyElementsOf(
                        ASSESSOR.ruleSet().checks().stream().map(CheckRule::id).toList());
    }

    @Test
    void publishesWholeRules() {
        RuleSet rules = ASSESSOR.ruleSet();

        assertThat(rules.checks()).allSatisfy(rule -> {
            assertThat(rule.id()).startsWith("zone-");
            assertThat(rule.meaning()).endsWith(".");
            assertThat(rule.remediation().text().it()).endsWith(".");
            assertThat(rule.remediation().text().marketing()).endsWith(".").doesNotContain("DNS", "CAA", "IPv");
            assertThat(rule.codes()).extracting(ResultCode::says).allMatch(says -> says.endsWith("."));
            assertThat(rule.codes()).filteredOn(code -> !code.outcome().bad()).allMatch(code -> code.points() == 0);
        });
    }

    @Test
    void comesBackFromJsonAsItWas() {
        Json json = TestJson.json();
        ZoneEvidence evidence = whole(7, 6);

        assertThat(json.read(json.write(evidence), ZoneEvidence.class)).isEqualTo(evidence);
    }

    @Test
    void isSteadyWhileAllSerialsCountUp() {
        assertThat(whole(7, 7).steady()).isEqualTo(whole(9, 9).steady());
        assertThat(whole(7, 7).steady()).isNotEqualTo(whole(9, 8).steady());
        assertThat(whole(7, 7).steady().nameServers().servers().getFirst().serial())
                .isZero();
    }

    private static ZoneEvidence whole(long one, long other) {
        return new ZoneEvidence(
                "shop.example",
                NOW,
                null,
                List.of(new CaaAnswer("shop.example", List.of(new CaaRecord(0, "issue", "ca.example")), null)),
                new Signatures(Signatures.UNSIGNED, "no DS"),
                new NameServers(
                        "shop.example",
                        List.of(server("a[192.0.2.1]" + one), server("b[198.51.100.1]" + other), server("c[?]~")),
                        List.of("a", "b"),
                        null),
                List.of(new HostLook("www.shop.example", List.of("x.example"), HostLook.FOUND, null, null, null)));
    }

    private static CheckResult check(String id, ZoneEvidence evidence, String code, double points) {
        CheckResult result = result(id, evidence);
        assertThat(result.resultCode()).as(result.reason()).isEqualTo(code);
        assertThat(result.points()).isEqualTo(points);
        assertThat(result.reason()).endsWith(".");
        return result;
    }

    private static CheckResult result(String id, ZoneEvidence evidence) {
        return ASSESSOR.assess(evidence).results().stream()
                .filter(one -> one.checkId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ZoneEvidence with(NameServers servers) {
        return new ZoneEvidence("shop.example", NOW, null, List.of(), null, servers, List.of());
    }

    private static CaaAnswer answer(String text) {
        String[] parts = text.split("=", 2);
        return switch (parts[1]) {
            case "" -> new CaaAnswer(parts[0], List.of(), null);
            case "?" -> new CaaAnswer(parts[0], List.of(), "The resolver failed.");
            default -> {
                String[] record = parts[1].split(" ", 2);
                yield new CaaAnswer(parts[0], List.of(new CaaRecord(0, record[0], record[1])), null);
            }
        };
    }

    private static NameServer server(String text) {
        String name = text.substring(0, text.indexOf('['));
        String addresses = text.substring(text.indexOf('[') + 1, text.indexOf(']'));
        String said = text.substring(text.indexOf(']') + 1);
        boolean told = addresses.equals("?");
        return new NameServer(
                name,
                addresses.isEmpty() || told ? List.of() : List.of(addresses.split(",")),
                told ? "The resolver failed." : null,
                said.matches("[0-9]+") ? Long.valueOf(said) : null,
                null,
                said.equals("!") ? "It answered REFUSED." : said.equals("~") ? "It did not answer in time." : null,
                !said.equals("~") && !said.equals("?"));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
