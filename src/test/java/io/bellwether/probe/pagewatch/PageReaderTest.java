package io.bellwether.probe.pagewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {

    private static final int LARGEST = 1024 * 1024;

    @Test
    void cutsTextIntoSentences() {
        assertThat(
                        passages(
                                "<p>One. Two! Is it three? \"Four\" is e.g. Acme Inc. of the U.S. and No. 5. v1.2 stays. 日本語。中文！</p>"))
                .containsExactly(
                        "One.",
                        "Two!",
                        "Is it three?",
                        "\"Four\" is e.g. Acme Inc. of the U.S. and No. 5. v1.2 stays. 日本語。",
                        "中文!");
    }

    @Test
    void readsRowsAsOne() {
        assertThat(passages("<table><tr><th>A<td>B<br>C<tr><td><p>D. E<ul><li>F</ul><td></table>"
                        + "<div role=row><div role=cell>G</div><div role=cell>H</div></div>"))
                .containsExactly("A | B C", "D. E F |", "G | H");
    }

    @Test
    void readsAPageThatIsLaidOutAsATableAsText() {
        String cell = "<p>A sentence of the page. </p>".repeat(10) + "<p>" + "Words and words. ".repeat(70) + "</p>";

        assertThat(passages("<table><tr><td>" + cell + "</td></tr></table>"))
                .contains("A sentence of the page.", "Words and words.");
    }

    @Test
    void keepsWhatLooksLikeFurnitureWhenThereIsNothingElse() {
        assertThat(passages("<form id=aspnet><p>All of the page stands in a form.</p></form><p>Short.</p>"))
                .containsExactly("All of the page stands in a form.", "Short.");
    }

    @Test
    void readsOnlyTheSelectedParts() {
        String page = "<div id=a><p>One.</p><p class=x>Two.</p></div><nav class=x>Three.</nav><p>Four.</p>";

        assertThat(PageReader.html(bytes(page), null, "#a, .x").passages()).containsExactly("One.", "Two.", "Three.");
        assertThat(PageReader.html(bytes(page), null, "#none").passages()).isEmpty();
    }

    @Test
    void readsAPartWithinAnotherOnceHoweverDeepItLies() {
        String page = "<div id=a><p>Hosts are <b class=x>in Germany</b>.</p></div><p class=x>Four.</p>";

        assertThat(PageReader.html(bytes(page), null, "#a, .x").passages())
                .containsExactly("Hosts are in Germany.", "Four.");
    }

    @Test
    void believesTheAnswerAboutTheCharset() {
        byte[] latin = "<p>Übermittlung in die Schweiz</p>".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(PageReader.html(latin, "ISO-8859-1", null).passages())
                .containsExactly("Übermittlung in die Schweiz");
        assertThat(PageReader.plain(
                                "Eins\nzwei\n \nÜber".getBytes(StandardCharsets.ISO_8859_1),
                                Charset.forName("ISO-8859-1"))
                        .passages())
                .containsExactly("Eins zwei", "Über");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            Last updated: March 3, 2026          | Last updated: 12 April 2027          | true
            Last updated: Mar. 3, 2026           | Last updated April 2027              | true
            Stand: 1. März 2026                  | Stand: 31.12.2026                    | true
            En vigueur le 1er janvier 2026       | En vigueur le 2 février 2027         | true
            Vigente desde el 1 de enero de 2026  | Vigente desde el 3 de mayo de 2027   | true
            Effective date: 01/02/2026           | Effective date: 02/02/2026           | true
            This policy was last updated on 3 March 2026 by us     | This policy was last updated on 4 May 2027 by us     | true
            Effective date of this policy and terms: 1 May 2026    | Effective date of this policy and terms: 2 May 2026  | false
            It is effective as of the 1st of May 2026 for all      | It is effective as of the 9th of June 2027 for all   | true
            It was last modified 2026-03-03 and has ten parts      | It was last modified 2026-04-04 and has ten parts    | true
            We publish it here in the version of 3 March 2026      | We publish it here in the version of 4 May 2027      | true
            The last version 1.2 of 3 March 2026 is kept           | The last version 1.2 of 4 May 2027 is kept           | true
            Diese Fassung ist gültig ab dem 1. März 2026 für alle  | Diese Fassung ist gültig ab dem 2. Mai 2027 für alle | true
            Elle entre en vigueur à compter du 1er mars 2026       | Elle entre en vigueur à compter du 2 mai 2027        | true
            The updated prices apply from 1 January 2027.          | The updated prices apply from 1 December 2026.       | false
            From 1 January 2027 the revised fee is charged.        | From 1 December 2026 the revised fee is charged.     | false
            Updated 3 March 2026: you may object until 1 May 2027. | Updated 4 March 2026: you may object until 1 May 2027. | true
            Updated 3 March 2026: you may object until 1 May 2027. | Updated 3 March 2026: you may object until 2 May 2027. | false
            January 5, 2026                      | June 6, 2027                         | true
            © 2025 Acme                          | © 2026 Acme                          | true
            © 2019-2025 Acme                     | © 2019-2026 Acme                     | true
            Posted 3 days ago                    | Posted 9 hours ago                   | false
            Posted 3 days ago                    | Posted 4 days ago                    | true
            12 comments                          | 13 comments                          | true
            ID 123e4567-e89b-12d3-a456-426614174000 | ID 00000000-e89b-12d3-a456-426614174fff | true
            Valid for 30 days                    | Valid for 31 days                    | false
            We delete data by 1 May 2027 at last after you asked | We delete data by 2 May 2027 at last after you asked | false
            ISO27001 and SOC2                    | ISO27002 and SOC2                    | false
            Version 1.2 applies                  | Version 1.3 applies                  | false
            15 euros                             | 1.5 euros                            | false
            since 2024                           | since 2025                           | false
            Región de São Paulo                  | Region de Sao Paulo                  | false
            """)
    void knowsWhatSaysTheSame(String one, String other, boolean same) {
        assertThat(Sameness.key(Passages.clean(one)).equals(Sameness.key(Passages.clean(other))))
                .isEqualTo(same);
    }

    @TestFactory
    Stream<DynamicTest> hostilePagesTakeLittleTime() {
        return Stream.of(
                        "<div>",
                        "<p>x",
                        "<b>",
                        "<table><tr><td>",
                        "<li>",
                        "a ",
                        "1",
                        "1.2-",
                        "may 1 ",
                        "x. Y",
                        "<a b=c>",
                        "&amp;",
                        "<div role=row>",
                        "<main>",
                        "<!--",
                        "<div class='cookie banner'>x",
                        "\u0301",
                        "20 may ",
                        "deadbeef-",
                        "<svg>",
                        "<form>x",
                        "e.g. A",
                        "<p lang=x>a</p>")
                .map(piece -> DynamicTest.dynamicTest("many of " + piece, () -> {
                    int tags = (int) piece.chars().filter(c -> c == '<').count();
                    int times = (LARGEST - 20) / bytes(piece).length;
                    byte[] page = bytes("<p>Begin.</p>"
                            + piece.repeat(
                                    tags == 0
                                            ? times
                                            : piece.contains("<table")
                                                    ? 1_000
                                                    : Math.min(times, PageReader.MOST_TAGS / tags - 2)));
                    long least = Long.MAX_VALUE;
                    for (int i = 0; i < 8; i++) {
                        least = Math.min(least, cost(page));
                    }
                    assertThat(PageReader.hasTooManyTags(page)).isFalse();
                    assertThat(least).isLessThan(150_000_000);
                }));
    }

    /** In nanoseconds of the processor. */
    private static long cost(byte[] page) {
        PageState known = PageState.first(new PageText("", List.of("Begin.")), Instant.EPOCH);
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        PageText text = PageReader.html(page, null, null);
        PageState after = known.after(text, Instant.EPOCH.plusSeconds(86_400));
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        assertThat(after.pending()).hasSizeLessThanOrEqualTo(5_000);
        assertThat(text.length()).isLessThanOrEqualTo(512 * 1024);
        return spent;
    }

    @Test
    void refusesPagesOfNothingButTags() {
        assertThat(PageReader.hasTooManyTags(bytes("<".repeat(30_000)))).isFalse();
        assertThat(PageReader.hasTooManyTags(bytes("<".repeat(30_001)))).isTrue();
        assertThat(PageReader.hasTooManyTags(bytes("<table>".repeat(1_000)))).isFalse();
        assertThat(PageReader.hasTooManyTags(bytes("<TABLE>".repeat(1_001)))).isTrue();
    }

    @Test
    void anythingCanBeRead() {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "<table>",
                "<tr>",
                "</td>",
                "<td>",
                "</table>",
                "<p>",
                "</p>",
                "<main>",
                "</main>",
                "<br>",
                "word. ",
                "Word",
                " 1 May 2026",
                "|",
                "<form>",
                "</html>",
                "<body>",
                "<svg>",
                "</svg>",
                "\0",
                "\uD800",
                "&#0;",
                "&nbsp;",
                "© 2026",
                "<script>",
                "</script>",
                "<div role=row>",
                "</div>",
                "12 views",
                "<!DOCTYPE",
                "<frameset>");
        for (int i = 0; i < 5_000; i++) {
            StringBuilder page = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                page.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThatCode(() -> PageReader.html(bytes(page.toString()), null, random.nextBoolean() ? null : "p, td"))
                    .as(page.toString())
                    .doesNotThrowAnyException();
        }
    }

    private static List<String> passages(String body) {
        return PageReader.html(bytes(body), "UTF-8", null).passages();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
