package io.bellwether.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** U is UP, G degraded, D DOWN, X unknown. */
class QuorumTest {

    @ParameterizedTest(name = "{0}: of one {1}, of two {2}, of three {3}")
    @CsvSource(textBlock = """
            U,   U, ,
            G,   G, ,
            D,   D, ,
            X,   X, ,
            UU,  U, U,
            UG,  G, U,
            UD,  D, U,
            UX,  X, U,
            GG,  G, G,
            GD,  D, G,
            GX,  G, X,
            DD,  D, D,
            DX,  D, X,
            XX,  X, X,
            UUU, U, U, U
            UUG, G, U, U
            UUD, D, U, U
            UUX, X, U, U
            UGG, G, G, U
            UGD, D, G, U
            UGX, G, X, U
            UDD, D, D, U
            UDX, D, X, U
            UXX, X, X, U
            GGG, G, G, G
            GGD, D, G, G
            GGX, G, G, X
            GDD, D, D, G
            GDX, D, G, X
            GXX, G, X, X
            DDD, D, D, D
            DDX, D, D, X
            DXX, D, X, X
            XXX, X, X, X
            """)
    void theVerdictFollowsFromHowManyMustAgree(String answers, String one, String two, String three) {
        List<String> expected = new ArrayList<>(List.of(one));
        Collections.addAll(expected, two, three);
        for (int needed = 1; needed <= answers.length(); needed++) {
            Quorum quorum = new Quorum(answers.length(), needed);
            Outcome verdict = outcome(expected.get(needed - 1));

            assertThat(quorum.verdict(outcomes(answers))).isEqualTo(verdict);
            assertThat(quorum.verdict(outcomes(answers).reversed()))
                    .as("in another order")
                    .isEqualTo(verdict);
            assertThat(quorum.verdict(outcomes(answers.replace("X", ""))))
                    .as("without those that could not tell")
                    .isEqualTo(verdict);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2", "4, 3", "5, 3"})
    void theMajorityIsMoreThanHalf(int asked, int needed) {
        assertThat(Quorum.majority(asked)).isEqualTo(new Quorum(asked, needed));
    }

    @Test
    void moreThanAllAndFewerThanOneAreNoQuorum() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Quorum(2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quorum(2, 0));
    }

    private static List<Outcome> outcomes(String letters) {
        return letters.chars()
                .mapToObj(letter -> outcome(Character.toString(letter)))
                .toList();
    }

    private static Outcome outcome(String letter) {
        return switch (letter) {
            case "U" -> Outcome.UP;
            case "G" -> Outcome.DEGRADED;
            case "D" -> Outcome.DOWN;
            default -> Outcome.UNKNOWN;
        };
    }
}
