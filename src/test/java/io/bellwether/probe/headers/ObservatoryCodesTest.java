package io.bellwether.probe.headers;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.TestCertificates;
import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.GradeCard;
import io.bellwether.core.posture.ResultCode;
import io.bellwether.core.posture.web.Observatory;
import io.bellwether.core.posture.web.PageEvidence;
import io.bellwether.probe.headers.Site.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each result code of algorithms 5 and 6 from a page served over HTTP and HTTPS, with its modifier, the score and the grade. The
 * table begins with a page that passes every test and gets +5 each for its policy and for who may frame it.
 */
class ObservatoryCodesTest {

    private static final List<String> SOUND = List.of(
            "Content-Security-Policy", "default-src 'self'; object-src 'none'; frame-ancestors 'none'",
            "Strict-Transport-Security", "max-age=31536000",
            "X-Content-Type-Options", "nosniff");

    /** @param changes to the sound site */
    private record Row(
            String algorithm, String check, String code, int modifier, int score, String grade, List<String> changes) {}

    @TestFactory
    Stream<DynamicTest> givesEachCodeItsModifierScoreAndGrade() {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.code() + " " + row.changes(), () -> {
                    Observatory rules = row.algorithm().equals("5") ? Observatory.five() : Observatory.six();

                    Assessment assessment = rules.assess(look(row));

                    CheckResult result = assessment.results().stream()
                            .filter(each -> each.checkId().equals(row.check()))
                            .findFirst()
                            .orElseThrow();
                    GradeCard card = Objects.requireNonNull(assessment.card());
                    assertThat(result.resultCode()).isEqualTo(row.code());
                    assertThat(result.modifier()).isEqualTo(row.modifier());
                    assertThat(result.points()).isEqualTo(Math.max(0, -row.modifier()) / 2.0);
                    assertThat(card.score()).as("%s", card.arithmetic()).isEqualTo(row.score());
                    assertThat(card.grade()).isEqualTo(row.grade());
                    assertThat(assessment.results())
                            .allMatch(each -> each.outcome().known());
                }));
    }

    @Test
    void noCodeIsMissing() {
        Set<String> told =
                rows().stream().map(row -> row.check() + " " + row.code()).collect(Collectors.toSet());
        Set<String> published = new TreeSet<>();
        for (CheckRule rule : Observatory.six().ruleSet().checks()) {
            rule.codes().stream().map(ResultCode::code).forEach(code -> published.add(rule.id() + " " + code));
        }

        assertThat(told).containsExactlyInAnyOrderElementsOf(published);
    }

    private static PageEvidence look(Row row) {
        List<String> changes = row.changes();
        TestCertificates.Issued certificate = changes.contains("@expired") ? Lab.EXPIRED : Lab.GOOD;
        boolean secure = !changes.contains("@no https");
        String host = changes.contains("@preloaded") ? "a.preloaded.example" : Site.HOST;
        try (Site site = new Site(!changes.contains("@no http"), secure ? certificate : null)) {
            Answer page = new Answer(200, "<!doctype html><title>Shop</title>", SOUND);
            site.on("http", "/", Answer.redirect(site.secureUrl(host, "/")));
            for (String change : changes) {
                page = change(change, page, site);
            }
            site.on("https", "/", page);
            return Lab.evidence(Lab.look(site.settings(host)));
        }
    }

    private static Answer change(String change, Answer page, Site site) {
        if (change.startsWith("@")) {
            return page;
        }
        if (change.startsWith("-")) {
            List<String> headers = new ArrayList<>(page.headers());
            int at = headers.indexOf(change.substring(1));
            headers.subList(at, at + 2).clear();
            return new Answer(page.status(), page.body(), headers);
        }
        if (change.startsWith("body ")) {
            return page.body(change.substring(5).replace("\\0", "\0"));
        }
        if (change.startsWith("http ")) {
            String[] words = change.split(" ", -1);
            String target = words[2].replace("{https}", site.secureUrl(""))
                    .replace("{www}", site.secureUrl("www.shop.example", ""));
            site.on("http", words[1], words[2].equals("page") ? Answer.page() : Answer.redirect(target));
            return page;
        }
        boolean preflight = change.startsWith("preflight ");
        String[] header = change.substring(preflight ? 10 : 0).split(": ", 2);
        if (preflight) {
            site.on(
                    "https",
                    "OPTIONS",
                    site.answer("https", "OPTIONS").status(204).with(header));
            return page;
        }
        return page.with(header);
    }

    private static List<Row> rows() {
        try (InputStream in = ObservatoryCodesTest.class.getResourceAsStream("/observatory-codes.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ObservatoryCodesTest::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        List<String> cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        return new Row(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                Integer.parseInt(cells.get(3)),
                Integer.parseInt(cells.get(4)),
                cells.get(5),
                cells.subList(6, cells.size()).stream()
                        .filter(cell -> !cell.isEmpty())
                        .toList());
    }
}
