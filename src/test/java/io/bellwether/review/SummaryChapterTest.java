package io.bellwether.review;

import static io.bellwether.review.Materials.BEGIN;
import static io.bellwether.review.Materials.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.history.LatencySummary;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryChapterTest {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(\\.\\d+)?(?![\\w.]*\\d)");
    private static final String JARGON = "(?i).*\\b(p95|p99|tls|dns|http|slo|latency|uptime|index|probe)\\b.*";

    private static Materials eventful() {
        return new Materials()
                .incident(day(3, 10, 0), day(3, 11, 0), 50, 62)
                .check("tls-host-name", "PASS", BEGIN, day(10, 0, 0))
                .check("tls-host-name", "FAIL", day(10, 0, 0), null)
                .alert(Severity.CRITICAL, day(3, 10, 2), day(3, 11, 0))
                .latency("login", new LatencySummary(10, 100, 290, 450), new LatencySummary(9, 200, 200, 300))
                .health("2026-10-01", 82, "B")
                .health("2026-12-31", 40, "D");
    }

    @Test
    void putsTheWeightiestFactsFirst() {
        List<KeyFact> facts = KeyFacts.of(eventful().build());

        assertThat(facts)
                .extracting(fact -> fact.text().it())
                .containsExactly(
                        "Viability index from 82 to 40.",
                        "Security: 1 check, 1 failing, 1 worse than at the begin.",
                        "p95 of 'login' 45 % above 2026-Q3.");
        assertThat(facts).extracting(KeyFact::source).allMatch(source -> source.startsWith("/api/v1/"));
    }

    @Test
    void whatThreatensTheCompanyComesBeforeAllElse() {
        Material material = eventful()
                .filing(day(40, 0, 0), "filing-8k-5.02")
                .filing(day(41, 0, 0), "filing-8k-1.03")
                .build();

        KeyFact first = KeyFacts.of(material).getFirst();

        assertThat(first.text().it()).isEqualTo("Filed: 8-K item 1.03, bankruptcy or receivership. And 1 more.");
        assertThat(first.text().marketing()).isEqualTo("It has filed for bankruptcy protection. And 1 more.");
    }

    @Test
    void whatGotLessSafeIsExplained() {
        Material material = new Materials()
                .check("tls-host-name", "PASS", BEGIN, day(10, 0, 0))
                .check("tls-host-name", "FAIL", day(10, 0, 0), null)
                .build();

        assertThat(KeyFacts.of(material).getFirst().text().marketing())
                .isEqualTo("Safety: 1 check, 1 failed, 1 worse than at the begin of the quarter."
                        + " The security seal of its site is made out to someone else.");
    }

    @Test
    void aQuietQuarterIsToldToo() {
        assertThat(KeyFacts.of(new Materials().build()))
                .extracting(fact -> fact.text().marketing())
                .containsExactly(
                        "It could be used 100 % of the time.",
                        "It is not slower than in 2026-Q3.",
                        "Safety: 0 checks, 0 failed, 0 worse than at the begin of the quarter.");
    }

    @Test
    void bothVoicesTellTheSameFigures() {
        for (Materials materials : List.of(eventful(), new Materials())) {
            Voices text = text(materials);
            assertThat(numbers(text.it())).isNotEmpty();
            assertThat(numbers(text.marketing())).containsAll(numbers(text.it()));
        }
    }

    @Test
    void theBusinessVoiceIsFreeOfJargon() {
        assertThat(text(eventful()).marketing()).doesNotMatch(JARGON);
        assertThat(text(new Materials()).marketing()).doesNotMatch(JARGON);
        assertThat(text(eventful()).it()).matches(JARGON);
    }

    @ParameterizedTest
    @CsvSource({
        "95, A, Do we keep Acme as it is for another quarter?",
        "70, C, Do we keep Acme and ask it to mend what is listed here?",
        "50, D, 'Do we ask Acme for better terms, or begin to look for another vendor?'",
        "10, F, 'Do we replace Acme, and who prepares the way out until when?'"
    })
    void asksForADecisionThatFitsTheGrade(int index, String grade, String question) {
        Material material = new Materials().health("2026-12-31", index, grade).build();

        assertThat(Materials.json(new SummaryChapter(), material).<String>read("$.question"))
                .isEqualTo(question);
    }

    @Test
    void admitsThatTooLittleIsKnown() {
        Voices text = text(new Materials());

        assertThat(text.marketing()).startsWith("Acme in 2026-Q4: no grade.").endsWith("before we decide?");
    }

    private static Voices text(Materials materials) {
        var json = Materials.json(new SummaryChapter(), materials.build());
        return new Voices(json.read("$.text.it"), json.read("$.text.marketing"));
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }
}
