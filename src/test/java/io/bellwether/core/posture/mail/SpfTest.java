package io.bellwether.core.posture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.mail.SpfOutcome.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the RFC 7208 test suite holds besides is in SpfSuiteTest. */
class SpfTest {

    private static final String WORLD = """
            pass.test TXT v=spf1 ip4:192.0.2.1 -all
            soft.test TXT v=spf1 ~all
            none.test A 192.0.2.1
            two.test TXT v=spf1 -all
            two.test TXT v=spf1 ~all
            bad.test TXT v=spf1 nonsense
            mute.test SILENT
            host.test A 192.0.2.9
            host.test A 192.0.2.1
            near.test A 192.0.2.200
            other.test A 198.51.100.1
            mx.test MX 10 other.test
            mx.test MX 20 host.test
            nullmx.test MX 0\s
            mxmute.test MX 10 mute.test
            loop.test TXT v=spf1 include:loop.test
            1.2.0.192.in-addr.arpa PTR sender.host.test
            1.2.0.192.in-addr.arpa PTR liar.test
            sender.host.test A 192.0.2.1
            liar.test A 198.51.100.7
            1.2.0.192.list.test A 127.0.0.2
            words.test TXT From %{i} for %{d}, %{l}@%{o} by %{h} %{v} %{p} %{c} %{r} %{t} %{s}
            """;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            v=spf1                                      | NEUTRAL   | 0
            v=spf1 -all                                 | FAIL      | 0
            v=spf1 ip4:192.0.2.0/24 -all                | PASS      | 0
            v=spf1 -ip4:192.0.2.0/24 all                | FAIL      | 0
            v=spf1 ip6:::/0 -all                        | FAIL      | 0
            v=spf1 a:host.test -all                     | PASS      | 1
            v=spf1 a:near.test -all                     | FAIL      | 1
            v=spf1 a:near.test/24 -all                  | PASS      | 1
            v=spf1 a:other.test/0 -all                  | PASS      | 1
            v=spf1 a:gone.test/0 -all                   | FAIL      | 1
            v=spf1 a:mute.test -all                     | TEMPERROR | 1
            v=spf1 mx:mx.test -all                      | PASS      | 1
            v=spf1 mx:nullmx.test -all                  | FAIL      | 1
            v=spf1 mx:mxmute.test -all                  | TEMPERROR | 1
            v=spf1 mx:host.test -all                    | FAIL      | 1
            v=spf1 exists:%{ir}.list.test -all          | PASS      | 1
            v=spf1 exists:%{i}.list.test -all           | FAIL      | 1
            v=spf1 exists:mute.test -all                | TEMPERROR | 1
            v=spf1 ptr:host.test -all                   | PASS      | 1
            v=spf1 ptr:sender.host.test -all            | PASS      | 1
            v=spf1 ptr:liar.test -all                   | FAIL      | 1
            v=spf1 ptr -all                             | FAIL      | 1
            v=spf1 include:pass.test -all               | PASS      | 1
            v=spf1 ~include:pass.test -all              | SOFTFAIL  | 1
            v=spf1 include:soft.test -all               | FAIL      | 1
            v=spf1 include:none.test -all               | PERMERROR | 1
            v=spf1 include:two.test -all                | PERMERROR | 1
            v=spf1 include:bad.test -all                | PERMERROR | 1
            v=spf1 include:mute.test -all               | TEMPERROR | 1
            v=spf1 include:loop.test -all               | PERMERROR | 11
            v=spf1 redirect=pass.test                   | PASS      | 1
            v=spf1 redirect=soft.test                   | SOFTFAIL  | 1
            v=spf1 redirect=none.test                   | PERMERROR | 1
            v=spf1 ?all redirect=pass.test              | NEUTRAL   | 0
            v=spf1 a:g1.test a:g2.test -all             | FAIL      | 2
            v=spf1 a:g1.test a:g2.test a:g3.test -all   | PERMERROR | 3
            v=spf1 a:host..test -all                    | FAIL      | 1
            v=spf1 nonsense                             | PERMERROR | 0
            """)
    void checksASender(String record, SpfResult result, int lookups) {
        SpfOutcome outcome = check(record, "");

        assertThat(outcome.result()).as(outcome.words()).isEqualTo(result);
        assertThat(outcome.lookups()).isEqualTo(lookups);
        assertThat(outcome.problem() != null).isEqualTo(result == SpfResult.TEMPERROR || result == SpfResult.PERMERROR);
        assertThat(outcome.words().isEmpty()).isEqualTo(outcome.problem() == null);
    }

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource(delimiter = '|', textBlock = """
            v=spf1 nonsense             | SYNTAX          | own.test
            v=spf1 include:bad.test     | SYNTAX          | bad.test
            v=spf1 include:two.test     | SEVERAL_RECORDS | two.test
            v=spf1 include:none.test    | MISSING_RECORD  | none.test
            v=spf1 redirect=none.test   | MISSING_RECORD  | none.test
            v=spf1 include:mute.test    | UNANSWERED      | mute.test
            v=spf1 include:loop.test    | LOOKUPS         | loop.test
            v=spf1 a:g1.test a:g2.test a:g3.test | VOIDS  | g3.test
            """)
    void saysWhatEndedItAndWhere(String record, Problem problem, String at) {
        SpfOutcome outcome = check(record, "");

        assertThat(outcome.problem()).isEqualTo(problem);
        assertThat(outcome.at()).isEqualTo(at);
        assertThat(outcome.words()).endsWith(".");
    }

    @Test
    void explainsAFailureInTheVendorsWords() {
        assertThat(check("v=spf1 -all exp=words.test", "").explanation())
                .isEqualTo("From 192.0.2.1 for own.test, me@own.test by helo.test in-addr sender.host.test 192.0.2.1"
                        + " unknown 1000 me@own.test");
        assertThat(check("v=spf1 -all exp=gone.test", "").explanation()).isNull();
        assertThat(check("v=spf1 -all exp=x..test", "").explanation()).isNull();
        assertThat(check("v=spf1 -all", "").explanation()).isNull();
        assertThat(check("v=spf1 ~all exp=words.test", "").explanation()).isNull();
    }

    @Test
    void remembersWhatItMet() {
        SpfOutcome outcome = check("v=spf1 a:gone.test exists:%{i}.gone.test ptr -all", "");

        assertThat(outcome.usesPointer()).isTrue();
        assertThat(outcome.voids())
                .containsExactly(
                        new SpfOutcome.DeadEnd("gone.test", true),
                        new SpfOutcome.DeadEnd("192.0.2.1.gone.test", false));
        assertThat(check("v=spf1 -all", "").usesPointer()).isFalse();
    }

    @Test
    void looksAtNoMoreThanTenExchangers() {
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            more.append("many.test MX ").append(i).append(" other.test\n");
        }

        assertThat(check("v=spf1 mx:many.test -all", more.toString()).result()).isEqualTo(SpfResult.FAIL);
        assertThat(check("v=spf1 mx:many.test -all", more + "many.test MX 99 other.test\n")
                        .problem())
                .isEqualTo(Problem.EXCHANGERS);
    }

    @Test
    void goesOnFurtherForASurvey() {
        String record = "v=spf1" + " a:other.test".repeat(14) + " -all";
        SpfOutcome outcome = Spf.check(message("me@own.test"), SpfLimits.SURVEY, zone(record, ""));

        assertThat(outcome.lookups()).isEqualTo(14);
        assertThat(outcome.result()).isEqualTo(SpfResult.FAIL);
        assertThat(check(record, "").problem()).isEqualTo(Problem.LOOKUPS);
    }

    @ParameterizedTest(name = "{0} with greeting {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            me@pass.test   | helo.test  | PASS
            @pass.test     | helo.test  | PASS
            a@b@PASS.test  | helo.test  | PASS
            ``             | pass.test  | PASS
            ``             | localhost  | NONE
            me@test        | pass.test  | NONE
            me@a..test     | pass.test  | NONE
            me@none.test   | pass.test  | NONE
            me@gone.test   | pass.test  | NONE
            """)
    void findsTheDomainToAsk(String sender, String helo, SpfResult result) {
        SpfMessage message = new SpfMessage(address("192.0.2.1"), sender, helo, Instant.EPOCH);

        assertThat(Spf.check(message, SpfLimits.STANDARD, Zone.of(WORLD)).result())
                .isEqualTo(result);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            %{d}               | own.test
            %{d1}              | test
            %{dr}              | test.own
            %{d1r}             | own
            %{D}               | own.test
            %{l}               | me+you-1
            %{l1+}             | you-1
            %{l2r+-}           | you.me
            %{L}               | me%2Byou-1
            %{d200}            | own.test
            %{d}%%%_%-x        | own.test% %20x
            a%{v}b             | ain-addrb
            """)
    void expandsMacros(String text, String expanded) throws SpfError {
        MacroText parsed = Objects.requireNonNull(MacroText.parse(text, false));
        SpfNames names = new SpfNames(message("me+you-1@own.test"), Zone.of(""));

        assertThat(names.expand(parsed, "own.test")).isEqualTo(expanded.toLowerCase(Locale.ROOT));
    }

    @Test
    void shortensLongNamesFromTheLeft() throws SpfError {
        SpfNames names = new SpfNames(message("me@own.test"), Zone.of(""));
        MacroText text = Objects.requireNonNull(MacroText.parseDomain("label.".repeat(60) + "example.test."));
        String name = names.expand(text, "own.test");

        assertThat(name)
                .hasSizeLessThanOrEqualTo(253)
                .hasSizeGreaterThan(240)
                .startsWith("label.label")
                .endsWith("example.test");
        assertThat(SpfNames.askable(name)).isTrue();
        assertThat(SpfNames.askable("a".repeat(63) + ".test")).isTrue();
        assertThat(SpfNames.askable("a".repeat(64) + ".test")).isFalse();
    }

    private static SpfOutcome check(String record, String more) {
        return Spf.check(message("me@own.test"), SpfLimits.STANDARD, zone(record, more));
    }

    private static Zone zone(String record, String more) {
        return Zone.of(WORLD + "own.test TXT " + record + "\n" + more);
    }

    private static SpfMessage message(String sender) {
        return new SpfMessage(address("192.0.2.1"), sender, "helo.test", Instant.ofEpochSecond(1000));
    }

    private static IpAddress address(String text) {
        return Objects.requireNonNull(IpAddress.parse(text));
    }
}
