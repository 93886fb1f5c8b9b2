package io.bellwether.probe.pagewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which edits of a page are changes of what it says. */
class PageChangesTest {

    private static final Instant NOW = Instant.parse("2026-11-01T06:00:00Z");

    private static final String PAGE = """
            <!doctype html>
            <html lang="en-GB">
            <head><title>Sub-processors | Acme</title><meta name="csrf" content="a1"><style>p { color: red }</style></head>
            <body class="page">
              <nav><ul><li><a href="/">Home</a></li><li><a href="/pricing">Pricing</a></li></ul></nav>
              <main id="content" data-page="7">
                <h1>Sub-processors of Acme</h1>
                <p>Last updated: March 3, 2026</p>
                <p>Acme uses other companies to provide its service. We keep logs for 30 days. Customers may object until 31 December 2027.</p>
                <p>Read by 1,204 visitors. A 7 min read. Our fee is 5% or €20. It&rsquo;s sent to "partners".</p>
                <ul><li>Backups are encrypted.</li><li>Staff are trained each year.</li></ul>
                <table><thead><tr><th>Company</th><th>Purpose</th><th>Country</th><th>Since</th></tr></thead>
                <tbody>
                <tr><td>Cloud Corp</td><td>Hosting</td><td>Germany</td><td>2024-01-01</td></tr>
                <tr><td>Mail Inc.</td><td>E-mail delivery</td><td>Ireland</td><td>2025-06-01</td></tr>
                <tr><td>Talk Ltd</td><td>Support desk</td><td>Canada</td><td>2025-07-01</td></tr>
                </tbody></table>
              </main>
              <footer><p>© 2026 Acme Inc. All rights reserved. Ray ID: 8a3f9c2b1d</p></footer>
              <script nonce="r4nd0m">window.x = 1</script>
            </body></html>
            """;

    private static final String MAIL =
            "<tr><td>Mail Inc.</td><td>E-mail delivery</td><td>Ireland</td><td>2025-06-01</td></tr>";
    private static final String TALK =
            "<tr><td>Talk Ltd</td><td>Support desk</td><td>Canada</td><td>2025-07-01</td></tr>";

    @TestFactory
    Stream<DynamicTest> noise() {
        return Map.ofEntries(
                        Map.entry("nothing", PAGE),
                        Map.entry(
                                "other tags and classes",
                                PAGE.replace("<p>", "<div class='t'><section style='x'>")
                                        .replace("</p>", "</section></div>")),
                        Map.entry("white space", PAGE.replaceAll("\\s+", " ")),
                        Map.entry("more white space", PAGE.replace(" ", " \n\t ")),
                        Map.entry(
                                "order of attributes",
                                PAGE.replace("id=\"content\" data-page=\"7\"", "data-page=\"8\" id=\"content\"")),
                        Map.entry("a nonce", PAGE.replace("r4nd0m", "0th3r")),
                        Map.entry("a script", PAGE.replace("window.x = 1", "window.y = 'Acme sells data.'")),
                        Map.entry("a style", PAGE.replace("color: red", "color: blue")),
                        Map.entry("a title and meta data", PAGE.replace("Sub-processors | Acme", "(1) Sub-processors")),
                        Map.entry(
                                "a cookie banner",
                                PAGE.replace(
                                        "<main",
                                        "<div class='cookie-banner'><p>We use cookies."
                                                + " Accept them all?</p></div><main")),
                        Map.entry(
                                "a banner of a consent tool",
                                PAGE.replace(
                                        "</footer>",
                                        "</footer><div"
                                                + " id='onetrust-consent-sdk'><h2>Privacy</h2><p>Choose your cookies.</p></div>")),
                        Map.entry(
                                "a dialog",
                                PAGE.replace("<main", "<div role='dialog'><p>Hello! Talk to us.</p></div><main")),
                        Map.entry(
                                "navigation", PAGE.replace("Pricing", "Prices").replace("Home", "Start")),
                        Map.entry(
                                "a header of the page",
                                PAGE.replace("<main", "<header>New: Acme 5 is out</header><main")),
                        Map.entry("the year of the copyright", PAGE.replace("© 2026", "© 2027")),
                        Map.entry("the footer", PAGE.replace("All rights reserved", "Made with love")),
                        Map.entry(
                                "the year of a copyright in the text",
                                PAGE.replace("</main>", "<p>© 2026 Acme</p></main>")
                                        .replace("<p>© 2026 Acme</p></main>", "</main>")),
                        Map.entry(
                                "order of rows",
                                PAGE.replace(MAIL, "@").replace(TALK, MAIL).replace("@", TALK)),
                        Map.entry(
                                "order of items",
                                PAGE.replace("<li>Backups are encrypted.</li>", "")
                                        .replace("each year.</li>", "each year.</li><li>Backups are encrypted.</li>")),
                        Map.entry(
                                "order of paragraphs",
                                PAGE.replace("<p>Last updated: March 3, 2026</p>", "")
                                        .replace("</table>", "</table><p>Last updated: March 3, 2026</p>")),
                        Map.entry("the date of the update", PAGE.replace("March 3, 2026", "November 17, 2026")),
                        Map.entry("the date in another form", PAGE.replace("March 3, 2026", "2026-03-03")),
                        Map.entry("the date with a time", PAGE.replace("March 3, 2026", "3rd of March 2026")),
                        Map.entry("the date of a row", PAGE.replace("2025-06-01", "2025-06-02")),
                        Map.entry("a counter", PAGE.replace("1,204 visitors", "98,113 visitors")),
                        Map.entry("the time of reading", PAGE.replace("7 min read", "8 min read")),
                        Map.entry("a random mark", PAGE.replace("8a3f9c2b1d", "1b7e4d9a0c")),
                        Map.entry(
                                "typography",
                                PAGE.replace("&rsquo;", "'")
                                        .replace("\"partners\"", "“partners”")
                                        .replace("E-mail", "E\u2011mail")
                                        .replace("Acme uses", "Acme\u00A0us\u00ADes")),
                        Map.entry("entities", PAGE.replace("€", "&euro;").replace("&rsquo;", "’")),
                        Map.entry(
                                "emphasis",
                                PAGE.replace("30 days", "<b>30</b> <i>days</i>").replace("Hosting", "<a>Hosting</a>")),
                        Map.entry("breaks for paragraphs", PAGE.replace("</p>\n    <p>", "<br><br>")),
                        Map.entry("levels of headings", PAGE.replace("h1>", "h3>")),
                        Map.entry("comments", PAGE.replace("<h1>", "<!-- build 77 --><h1>")),
                        Map.entry(
                                "a wrapped table",
                                PAGE.replace("<table>", "<div class='scroll'><table class='t'>")
                                        .replace("</table>", "</table></div>")
                                        .replace("<td>", "<td><p>")
                                        .replace("</td>", "</p></td>")),
                        Map.entry(
                                "a form",
                                PAGE.replace("</main>", "<form><label>Get news</label><input value=x></form></main>")),
                        Map.entry("a hidden token", PAGE.replace("</main>", "<input type=hidden value=tok></main>")),
                        Map.entry(
                                "a copy for small screens",
                                PAGE.replace("</main>", "<ul><li>Backups are encrypted.</li></ul></main>")),
                        Map.entry("case and full stops", PAGE.replace("are encrypted.", "are Encrypted")))
                .entrySet()
                .stream()
                .map(edit -> DynamicTest.dynamicTest(
                        edit.getKey(),
                        () -> assertThat(state(PAGE, PAGE, edit.getValue(), edit.getValue())
                                        .changes())
                                .isEmpty()));
    }

    private record Edit(String name, String page, List<String> added, List<String> removed) {}

    @TestFactory
    Stream<DynamicTest> changes() {
        return Stream.of(
                        new Edit(
                                "a new company",
                                PAGE.replace(
                                        "</tbody>",
                                        "<tr><td>Spy GmbH</td><td>Analytics</td><td>China</td><td>2026-10-01</td></tr></tbody>"),
                                List.of("Spy GmbH | Analytics | China | 2026-10-01"),
                                List.of()),
                        new Edit(
                                "a company that is gone",
                                PAGE.replace(MAIL, ""),
                                List.of(),
                                List.of("Mail Inc. | E-mail delivery | Ireland | 2025-06-01")),
                        new Edit(
                                "another country",
                                PAGE.replace("Ireland", "India"),
                                List.of("Mail Inc. | E-mail delivery | India | 2025-06-01"),
                                List.of("Mail Inc. | E-mail delivery | Ireland | 2025-06-01")),
                        new Edit(
                                "another length of time",
                                PAGE.replace("30 days", "90 days"),
                                List.of("We keep logs for 90 days."),
                                List.of("We keep logs for 30 days.")),
                        new Edit(
                                "a date that is the point",
                                PAGE.replace("31 December 2027", "1 December 2026"),
                                List.of("Customers may object until 1 December 2026."),
                                List.of("Customers may object until 31 December 2027.")),
                        new Edit(
                                "a little word",
                                PAGE.replace("Backups are encrypted", "Backups are not encrypted"),
                                List.of("Backups are not encrypted."),
                                List.of("Backups are encrypted.")),
                        new Edit(
                                "a new sentence",
                                PAGE.replace("for 30 days.", "for 30 days. We sell what we know."),
                                List.of("We sell what we know."),
                                List.of()),
                        new Edit(
                                "a new item",
                                PAGE.replace(
                                        "</ul>\n    <table", "<li>Keys are kept in Iceland.</li></ul>\n    <table"),
                                List.of("Keys are kept in Iceland."),
                                List.of()),
                        new Edit(
                                "a number with its unit",
                                PAGE.replace("5% or €20", "1.5% or €20"),
                                List.of("Our fee is 1.5% or €20."),
                                List.of("Our fee is 5% or €20.")),
                        new Edit(
                                "a currency",
                                PAGE.replace("€20", "$20"),
                                List.of("Our fee is 5% or $20."),
                                List.of("Our fee is 5% or €20.")),
                        new Edit(
                                "a chapter about cookies",
                                PAGE.replace(
                                        "</main>",
                                        "<div id='cookie-policy'><p>Cookies live for a year.</p></div></main>"),
                                List.of("Cookies live for a year."),
                                List.of()))
                .map(edit -> DynamicTest.dynamicTest(edit.name(), () -> {
                    PageState state = state(PAGE, PAGE, edit.page(), edit.page());

                    assertThat(state.changes()).singleElement().satisfies(change -> {
                        assertThat(change.added()).isEqualTo(edit.added());
                        assertThat(change.removed()).isEqualTo(edit.removed());
                        assertThat(change.since()).isEqualTo(day(2));
                        assertThat(change.confirmedAt()).isEqualTo(day(3));
                    });
                    assertThat(state(PAGE, PAGE, edit.page()).changes()).isEmpty();
                    assertThat(state(PAGE, PAGE, edit.page(), PAGE, PAGE).changes())
                            .isEmpty();
                    assertThat(state(PAGE, PAGE, edit.page(), edit.page(), edit.page(), edit.page())
                                    .changes())
                            .hasSize(1);
                }));
    }

    @Test
    void aPageThatFlipsIsUnstableAndHasNotChanged() {
        String other = PAGE.replace("30 days", "90 days");
        PageState state = state(
                IntStream.range(0, 40).mapToObj(i -> i % 2 == 0 ? PAGE : other).toArray(String[]::new));

        assertThat(state.changes()).isEmpty();
        assertThat(state.unsteady()).isPositive();
    }

    @Test
    void whatEachVisitorIsToldIsNoText() {
        PageState state = state(IntStream.range(0, 40)
                .mapToObj(i -> PAGE.replace(
                        "</main>", "<p>Customer " + "abcdefghij".charAt(i % 10) + " says hello.</p></main>"))
                .toArray(String[]::new));

        assertThat(state.changes()).isEmpty();
        assertThat(state.passages()).noneMatch(passage -> passage.contains("says hello"));
        assertThat(state.unsteady()).isPositive();
    }

    @Test
    void aChangeAmongUnstableTextIsStillTold() {
        String changed = PAGE.replace("Canada", "Chile");
        PageState state = state(IntStream.range(0, 20)
                .mapToObj(
                        i -> (i < 10 ? PAGE : changed).replace("</main>", "<p>Number " + i % 3 + " of us.</p></main>"))
                .toArray(String[]::new));

        assertThat(state.changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.added()).containsExactly("Talk Ltd | Support desk | Chile | 2025-07-01"));
    }

    @Test
    void aChangeThatIsTakenBackIsToldAgainAfterMoreLooks() {
        String other = PAGE.replace("30 days", "90 days");

        assertThat(state(PAGE, PAGE, other, other, PAGE, PAGE, PAGE).changes()).hasSize(1);
        assertThat(state(PAGE, PAGE, other, other, PAGE, PAGE, PAGE, PAGE).changes())
                .hasSize(2);
    }

    @Test
    void aPublicationThatWasHeldBackForADayIsToldInTheEnd() {
        String other = PAGE.replace("30 days", "90 days");

        assertThat(state(PAGE, PAGE, other, PAGE, other, other, other, other).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.since()).isEqualTo(day(4)));
    }

    @Test
    void anotherLanguageIsNotComparedUntilItStays() {
        String german = PAGE.replace("en-GB", "de").replace("We keep logs for 30 days.", "Protokolle bleiben 30 Tage.");

        assertThat(state(PAGE, PAGE, german).otherLanguage()).isEqualTo("de");
        assertThat(state(PAGE, PAGE, german, PAGE, german, PAGE).changes()).isEmpty();
        PageState state = state(PAGE, PAGE, german, german, german, german);
        assertThat(state.language()).isEqualTo("de");
        assertThat(state.changes()).isEmpty();
    }

    @Test
    void anotherRegionIsTheSameLanguage() {
        String american = PAGE.replace("en-GB", "en-US").replace("Canada", "Chile");

        assertThat(state(PAGE, PAGE, american, american).changes()).hasSize(1);
    }

    @Test
    void aStumpIsAnotherPage() {
        PageText stump =
                text("<html lang=en><body><p>Something went wrong. Please come back later on.</p></body></html>");
        PageState state = state(PAGE, PAGE);

        assertThat(state.stump(stump)).isTrue();
        assertThat(state.after(stump, day(2)).after(stump, day(3))).isEqualTo(state);
        assertThat(state.stump(text(PAGE))).isFalse();
    }

    @Test
    void twoLooksInARowDoNotConfirmEachOther() {
        PageText changed = text(PAGE.replace("Canada", "Chile"));
        PageState state = state(PAGE, PAGE);
        PageState seen = state.after(changed, day(2));

        assertThat(seen.after(changed, day(2).plusSeconds(599))).isEqualTo(seen);
        assertThat(seen.after(changed, day(2).plusSeconds(600)).changes()).hasSize(1);
    }

    private static PageState state(String... pages) {
        PageState state = PageState.first(text(pages[0]), day(0));
        for (int i = 1; i < pages.length; i++) {
            state = state.after(text(pages[i]), day(i));
        }
        return state;
    }

    private static Instant day(int day) {
        return NOW.plus(Duration.ofDays(day));
    }

    private static PageText text(String page) {
        return PageReader.html(page.getBytes(StandardCharsets.UTF_8), null, null);
    }
}
