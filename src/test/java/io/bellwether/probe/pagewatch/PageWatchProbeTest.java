package io.bellwether.probe.pagewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.Cause;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.Answers;
import io.bellwether.probe.Inconclusive;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.pagewatch.PageWatchProbe.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageWatchProbeTest {

    private static final Instant NOW = Instant.parse("2026-11-01T06:00:00Z");
    private static final URI URL = URI.create("https://vendor.example/legal/subprocessors");
    private static final Settings SETTINGS = new Settings(URL, Subject.SUBPROCESSORS, null);
    private static final String BEFORE = "<ul><li>Cloud Corp, Germany</li><li>Mail Inc., Ireland</li></ul>"
            + "<p>These companies help us to provide the service.</p>";
    private static final String AFTER = BEFORE.replace("Ireland", "India");

    @Test
    void tellsAChangeInBothVoices() throws Inconclusive {
        Verdict verdict = verdict(SETTINGS, BEFORE, BEFORE, AFTER, AFTER);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
        assertThat(verdict.reason()).isEqualTo("The list of sub-processors last changed on 2026-11-03.");
        Finding finding = verdict.findings().getFirst();
        assertThat(finding.dimension()).isEqualTo(Dimension.SECURITY);
        assertThat(finding.signal()).isEqualTo("sub-processors-changed");
        assertThat(finding.value()).isNull();
        assertThat(finding.occurredAt()).isEqualTo(NOW.plus(Duration.ofDays(2)));
        assertThat(finding.source()).isEqualTo(URL.toString());
        assertThat(finding.detail())
                .containsEntry("title", "list of sub-processors")
                .containsKeys("meaning", "advice")
                .containsEntry("added", List.of("Mail Inc., India"))
                .containsEntry("removed", List.of("Mail Inc., Ireland"))
                .containsEntry("firstSeenAt", "2026-11-03T06:00:00Z")
                .containsEntry("confirmedAt", "2026-11-04T06:00:00Z");
        assertThat(finding.detail().get("text"))
                .isEqualTo(Map.of(
                        "it",
                        "The list of sub-processors at " + URL
                                + " changed by 2026-11-03: 1 passage new, 1 passage gone. New: \"Mail Inc., India\"."
                                + " Gone: \"Mail Inc., Ireland\".",
                        "marketing",
                        "The list of companies that handle your data for the vendor has changed. It was seen on"
                                + " 2026-11-03. New: \"Mail Inc., India\". No longer there: \"Mail Inc., Ireland\"."
                                + " Check whether your contract gives you time to object, and tell your data protection"
                                + " officer."));
    }

    @Test
    void tellsTheSameEventAtEveryLook() throws Inconclusive {
        List<Finding> first = verdict(SETTINGS, BEFORE, BEFORE, AFTER, AFTER).findings();

        assertThat(verdict(SETTINGS, BEFORE, BEFORE, AFTER, AFTER, AFTER, AFTER).findings())
                .isEqualTo(first);
        assertThat(verdict(SETTINGS, BEFORE, BEFORE, AFTER).findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everySubjectHasItsWords(Subject subject) throws Inconclusive {
        Finding finding = verdict(new Settings(URL, subject, null), BEFORE, BEFORE, AFTER, AFTER)
                .findings()
                .getFirst();

        assertThat(finding.signal()).matches("[a-z-]+-changed");
        assertThat(finding.detail().get("text")).asString().contains(subject.title(), subject.advice());
    }

    @Test
    void saysWhereItStands() throws Inconclusive {
        assertThat(verdict(SETTINGS, BEFORE).reason())
                .isEqualTo(
                        "The list of sub-processors is read for the first time; 3 passages are kept to compare with.");
        assertThat(verdict(SETTINGS, BEFORE, BEFORE).reason())
                .isEqualTo("The list of sub-processors says what it said before.");
        assertThat(verdict(SETTINGS, BEFORE, BEFORE, AFTER).reason())
                .isEqualTo(
                        "The list of sub-processors differs by 2 passages; the next look will show whether that stays.");
        assertThat(verdict(SETTINGS, BEFORE, BEFORE, AFTER, BEFORE).reason())
                .isEqualTo(
                        "The list of sub-processors says what it said before. Unstable text: 2 passages came and went"
                                + " and did not count.");
        assertThat(verdict(SETTINGS, "<html lang=en>" + BEFORE, "<html lang=en>" + BEFORE, "<html lang=fr>" + BEFORE)
                        .reason())
                .isEqualTo(
                        "The list of sub-processors came in another language (fr instead of en) and is not compared.");
    }

    @Test
    void doesNotCompareAStump() throws Inconclusive {
        PageState state = state(
                BEFORE + BEFORE.replace("C", "X") + BEFORE.replace("service", "rest of it"),
                BEFORE + BEFORE.replace("C", "X") + BEFORE.replace("service", "rest of it"));
        PageText stump = new PageText("", List.of("Sorry."));

        Inconclusive unreadable = catchThrowableOfType(
                Inconclusive.class, () -> PageWatchProbe.judge(SETTINGS, stump, state, answer(200, "")));

        assertThat(unreadable.reason()).startsWith("Less than a fifth");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            404 | text/html        | <p>Not found, and this is a page with many words.</p>    | UNEXPECTED_STATUS | Status 404
            403 | text/html        | <title>Just a moment...</title>                          | BOT_WALL          | A wall
            403 | text/html        | Forbidden                                                | UNEXPECTED_STATUS | Status 403
            503 | text/html        | Down for maintenance                                     | UNEXPECTED_STATUS | Status 503
            200 | text/html        | ''                                                       | UNEXPECTED_FORMAT | The page shows no text
            200 | text/html        | <div id=root></div><script>render('all of it, here')</script> | UNEXPECTED_FORMAT | The page shows no text
            200 | application/pdf  | %PDF-1.7                                                 | UNEXPECTED_FORMAT | The page is of the type application/pdf
            200 | application/json | {"a": "some text that is long enough to be a page"}      | UNEXPECTED_FORMAT | The page is of the type
            """)
    void knowsNothingWithoutThePage(int status, String type, String body, Cause cause, String reason) {
        Inconclusive unreadable = catchThrowableOfType(
                Inconclusive.class,
                () -> PageAnswer.read(SETTINGS, Answers.answer(URL, 1, status, body, "Content-Type", type)));

        assertThat(unreadable.why()).isEqualTo(cause);
        assertThat(unreadable.reason()).startsWith(reason).endsWith(".");
    }

    @Test
    void knowsNothingBehindAChallengeOrARedirectToTheFrontPage() {
        assertThat(catchThrowableOfType(
                                Inconclusive.class,
                                () -> PageAnswer.read(
                                        SETTINGS, Answers.answer(200, BEFORE, "cf-mitigated", "challenge")))
                        .why())
                .isEqualTo(Cause.BOT_WALL);
        assertThat(catchThrowableOfType(
                                Inconclusive.class, () -> PageAnswer.read(SETTINGS, Answers.answer(200, BEFORE)))
                        .reason())
                .contains("front page");
        assertThat(catchThrowableOfType(
                                Inconclusive.class,
                                () -> PageAnswer.read(new Settings(URL, Subject.DPA, "#none"), answer(200, BEFORE)))
                        .reason())
                .isEqualTo("The selector finds no text on the page.");
        assertThat(catchThrowableOfType(
                                Inconclusive.class, () -> PageAnswer.read(SETTINGS, answer(200, "<b>".repeat(60_000))))
                        .reason())
                .isEqualTo("The page has more elements than are read.");
    }

    @Test
    void readsTextAndPagesInAnyCharset() throws Inconclusive {
        String text = "Cloud Corp is our host, and it is in Germany.";

        assertThat(PageAnswer.read(
                                SETTINGS,
                                Answers.answer(URL, 1, 200, text, "Content-Type", "text/plain; charset=us-ascii"))
                        .passages())
                .containsExactly(text);
        assertThat(PageAnswer.read(
                                SETTINGS,
                                Answers.answer(URL, 1, 200, text, "Content-Type", "text/html; charset=none-such"))
                        .passages())
                .containsExactly(text);
    }

    @Test
    void whatIsKeptComesBack() {
        PageState state = state(BEFORE, BEFORE, AFTER, AFTER, BEFORE);

        assertThat(TestJson.json().read(TestJson.json().write(state), PageState.class))
                .isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "#sub-processors table", "div.legal > p", "[data-part=list]", "h2 ~ ul"})
    void takesSelectors(String selector) {
        assertThat(new CssSelector().fault(selector)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p:matches((a+)+$)", "p:matchesOwn(x)", "[id~=(a+)+]", "p[", ">>", ":nope(", " "})
    void refusesWhatIsNoneOrMayTakeLong(String selector) {
        assertThat(new CssSelector().fault(selector)).startsWith("Must ");
    }

    private static Verdict verdict(Settings settings, String... pages) throws Inconclusive {
        PageState state = state(pages);
        return PageWatchProbe.judge(settings, text(pages[pages.length - 1]), state, answer(200, ""));
    }

    private static PageState state(String... pages) {
        try {
            PageState state = PageState.first(text(pages[0]), NOW);
            for (int i = 1; i < pages.length; i++) {
                state = state.after(text(pages[i]), NOW.plus(Duration.ofDays(i)));
            }
            return state;
        } catch (Inconclusive e) {
            throw new AssertionError(e);
        }
    }

    private static PageText text(String page) throws Inconclusive {
        return PageAnswer.read(SETTINGS, answer(200, page));
    }

    private static WireResponse answer(int status, String body) {
        return Answers.answer(URL, 1, status, body, "Content-Type", "text/html; charset=utf-8");
    }
}
