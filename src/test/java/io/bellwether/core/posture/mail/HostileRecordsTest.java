package io.bellwether.core.posture.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is published, reading it ends soon and without an exception. */
class HostileRecordsTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int LARGE = 64 * 1024;

    private static final List<Consumer<String>> READERS = List.of(
            SpfRecord::parse,
            DmarcRecord::parse,
            DkimKey::parse,
            StsPolicy::parse,
            TagList::parse,
            ReportAddress::parse,
            IpAddress::parse,
            text -> MacroText.parse(text, true),
            text -> MacroText.parseDomain(text));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                ";",
                ",",
                "=",
                "%",
                "%{",
                "%{d}",
                "%{",
                "%%",
                ":",
                "/",
                ".",
                "a.",
                "\n",
                "mx:\n",
                "v=",
                "a=b;",
                "mailto:a@b,",
                "1:",
                "::",
                "\u0000",
                "\u00ff",
                "\ud800",
                "+",
                "a/1",
                "mailto:a@b!?"
            })
    void largeRecordsAreReadInNoTime(String unit) {
        String body = unit.repeat(LARGE / unit.length());
        assertTimeoutPreemptively(SOON, () -> {
            for (String start : List.of("", "v=spf1 ", "v=spf1 a:", "v=DMARC1; rua=", "v=DKIM1; p=", "mode: ")) {
                READERS.forEach(reader -> reader.accept(start + body));
            }
        });
    }

    @Test
    void nothingRandomMakesAReaderFail() {
        Random random = new Random(20_261_123);
        List<String> words = List.of(
                "v=spf1",
                " ",
                "include:",
                "a",
                "mx",
                "ip4:",
                "ip6:",
                "1.2.3.4",
                "::1",
                "/",
                "//",
                "24",
                "%{",
                "}",
                "d",
                "2r-",
                "%",
                "exists:",
                "redirect=",
                "exp=",
                "-all",
                "v=DMARC1",
                ";",
                "p=",
                "reject",
                "sp=",
                "rua=mailto:",
                "@",
                "!",
                "?",
                "fo=",
                ":",
                "v=DKIM1",
                "k=rsa",
                "p=MIGf",
                "=",
                ",",
                ".",
                "example.com",
                "\u0000",
                "\u00e9",
                "\n",
                "mode:",
                "mx:");

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < 20_000; i++) {
                StringBuilder text = new StringBuilder();
                for (int j = random.nextInt(20); j > 0; j--) {
                    text.append(
                            random.nextInt(9) == 0
                                    ? "" + (char) random.nextInt(256)
                                    : words.get(random.nextInt(words.size())));
                }
                READERS.forEach(reader -> reader.accept(text.toString()));
            }
        });
    }

    @Test
    void includeBombsEndAtTheLimit() {
        int[] asked = new int[1];
        Questions bomb = (name, type) -> {
            asked[0]++;
            StringBuilder record = new StringBuilder("v=spf1");
            for (int i = 0; i < 200; i++) {
                record.append(" include:")
                        .append((char) ('a' + i % 26))
                        .append(i)
                        .append(".b.test");
            }
            return DnsAnswer.found(name, type, List.of(record.toString()));
        };
        SpfOutcome outcome = Spf.check(message("x@b.test"), SpfLimits.SURVEY, bomb);

        assertThat(outcome.problem()).isEqualTo(SpfOutcome.Problem.LOOKUPS);
        assertThat(asked[0]).isLessThanOrEqualTo(31);
    }

    @Test
    void macrosDoNotGrowWithoutEnd() {
        Zone zone = Zone.of(
                "b.test TXT v=spf1 exists:" + "%{s}.%{S100r.-+,/_=}".repeat(400) + ".b.test exp=%{s}.b.test -all");
        SpfMessage message = message("long-".repeat(12) + "@" + "b.".repeat(100) + "test");

        assertTimeoutPreemptively(
                SOON,
                () -> assertThat(Spf.check(message, SpfLimits.STANDARD, zone).result())
                        .isNotNull());
        assertTimeoutPreemptively(
                SOON,
                () -> assertThat(Spf.check(message("x@b.test"), SpfLimits.STANDARD, zone)
                                .result())
                        .isEqualTo(SpfResult.FAIL));
    }

    /** Of a name of half a million characters the last 253 are asked for. */
    @Test
    void macrosAreExpandedNoFurtherThanTheyCount() throws SpfError {
        MacroText text = Objects.requireNonNull(MacroText.parse("%{d}".repeat(2_000), true));
        int[] expanded = new int[1];
        MacroText.Values values = letter -> {
            expanded[0]++;
            return ".long".repeat(50);
        };

        assertThat(text.expandDomain(values))
                .hasSize(249)
                .startsWith("long.long")
                .endsWith(".long");
        assertThat(expanded[0]).isEqualTo(2);
        assertThat(text.expand(values, 1_000)).hasSize(1_000);
        assertThat(expanded[0]).isEqualTo(2 + 4);
    }

    @Test
    void aThousandAnswersAreJudged() {
        Questions many = (name, type) -> DnsAnswer.found(
                name, type, java.util.Collections.nCopies(1_000, "v=DMARC1; p=reject; rua=mailto:a@" + name));

        assertTimeoutPreemptively(
                SOON,
                () -> assertThat(MailSurvey.of("v.test", List.of("a", "b"), many)
                                .dmarc()
                                .policy())
                        .isNull());
    }

    private static SpfMessage message(String sender) {
        return new SpfMessage(Objects.requireNonNull(IpAddress.parse("192.0.2.1")), sender, "helo.test", Instant.EPOCH);
    }
}
