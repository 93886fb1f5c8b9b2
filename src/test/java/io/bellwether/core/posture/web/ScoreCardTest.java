package io.bellwether.core.posture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.GradeCard;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreCardTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "165, A+", "145, A+", "105, A+", "100, A+", "99, A", "95, A", "90, A", "89, A-", "85, A-", "84, B+", "80, B+",
                "79, B",
        "75, B", "70, B", "69, B-", "65, B-", "64, C+", "60, C+", "59, C", "55, C", "50, C", "49, C-", "45, C-",
                "44, D+",
        "40, D+", "39, D", "35, D", "30, D", "29, D-", "25, D-", "24, F", "20, F", "1, F", "0, F"
    })
    void givesTheGradeOfTheStepBelow(int score, String grade) {
        assertThat(ScoreCard.grade(score)).isEqualTo(grade);
    }

    @ParameterizedTest(name = "{0} makes {1}, {2}")
    @CsvSource({
        "'0', 100, A+",
        "'5', 105, A+",
        "'-5 5', 100, A+",
        "'-10 10 5', 105, A+",
        "'-5 -5 5', 95, A",
        "'-5 -5 -5 10', 85, A-",
        "'-20 10 10 5', 80, B+",
        "'-11 45', 89, A-",
        "'-10 45', 135, A+",
        "'-25 -40 -50 10', 0, F",
        "'-50 -50', 0, F",
        "'10 5 5 5 5 5 10', 145, A+",
        "'10 5 5 5 5 5 10 10 10', 165, A+"
    })
    void countsBonusesFromNinetyOnAndStopsAtZero(String modifiers, int score, String grade) {
        GradeCard card = card(modifiers);

        assertThat(card.score()).isEqualTo(score);
        assertThat(card.grade()).isEqualTo(grade);
    }

    @Test
    void showsEachStepFromTheBaseToTheScore() {
        assertThat(card("-25 -40 -50 10").arithmetic())
                .extracting(GradeCard.Step::amount)
                .containsExactly(100.0, -25.0, -40.0, -50.0, -15.0, null, 0.0, 0.0);
        assertThat(card("-5 10").arithmetic())
                .extracting(GradeCard.Step::amount)
                .containsExactly(100.0, -5.0, 95.0, 10.0, 105.0);
    }

    @Test
    void whatIsUnknownIsListedAndTakesNothing() {
        CheckResult unknown = new CheckResult("cookies", "unknown", CheckOutcome.UNKNOWN, 0, 0, "Not seen.", Map.of());

        GradeCard some = ScoreCard.of(List.of(unknown, result("-20")));
        GradeCard none = ScoreCard.of(List.of(unknown));

        assertThat(some.score()).isEqualTo(80);
        assertThat(some.untested()).containsExactly("cookies: Not seen.");
        assertThat(none.score()).isNull();
        assertThat(none.grade()).isNull();
        assertThat(none.arithmetic()).isEmpty();
    }

    /** The most there can be is what the rule sets' best codes add up to. */
    @Test
    void theBestScoresAreAsPublished() {
        assertThat(best(Observatory.five())).isEqualTo(145);
        assertThat(best(Observatory.six())).isEqualTo(165);
    }

    private static int best(Observatory rules) {
        return 100
                + rules.ruleSet().checks().stream()
                        .mapToInt(check -> check.codes().stream()
                                .mapToInt(code -> code.modifier())
                                .max()
                                .orElseThrow())
                        .sum();
    }

    private static GradeCard card(String modifiers) {
        return ScoreCard.of(Stream.of(modifiers.split(" ", -1))
                .filter(modifier -> !modifier.isEmpty())
                .map(ScoreCardTest::result)
                .toList());
    }

    private static CheckResult result(String modifier) {
        int number = Integer.parseInt(modifier);
        return new CheckResult("check", "code", CheckOutcome.PASS, number, 0, "", Map.of());
    }
}
