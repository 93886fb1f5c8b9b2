package io.bellwether.core.score.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.score.peer.PeerMove.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerViewTest {

    @ParameterizedTest
    @CsvSource({
        "-12, -9, -8, -5, -1, 0, CATEGORY, 3 of 5 other vendors for mail fell too",
        "-12, -9, 0, 0, 0, 0, FEW, Only 1 of 5 other vendors for mail fell too",
        "-5, -4, 0, 0, 0, 0, ALONE, none of 5 other vendors for mail did",
        "-4, -9, -9, -9, 0, 0, NOT_FALLING, 3 of 5 other vendors for mail did",
    })
    void saysWhoseFallItIs(int own, int a, int b, int c, int d, int e, Verdict verdict, String plain) {
        PeerMove move = PeerView.of("mail", peer(own), peers(a, b, c, d, e)).fourWeeks();

        assertThat(move.verdict()).isEqualTo(verdict);
        assertThat(move.own()).isEqualTo(own);
        assertThat(move.peers()).isEqualTo(5);
        assertThat(move.text().marketing()).contains(plain);
        assertThat(move.text().it()).startsWith("mail, 4 weeks: " + own + " against a median of ");
    }

    @Test
    void halfOfThePeersAreTheCategory() {
        assertThat(PeerView.of("mail", peer(-6), peers(-6, -6, 0, 0))
                        .fourWeeks()
                        .verdict())
                .isEqualTo(Verdict.CATEGORY);
    }

    @Test
    void comparesLevelsAndMovesWithTheMedian() {
        List<Peer> others =
                List.of(new Peer(90, -1, -2), new Peer(80, -3, null), new Peer(60, -8, -4), new Peer(50, 0, -20));

        PeerView view = PeerView.of("mail", new Peer(70, -6, -30), others);

        assertThat(view.index()).isEqualTo(70);
        assertThat(view.median()).isEqualTo(70);
        assertThat(view.fourWeeks().median()).isEqualTo(-2);
        assertThat(view.thirteenWeeks().peers()).isEqualTo(3);
        assertThat(view.thirteenWeeks().median()).isEqualTo(-4);
        assertThat(view.thirteenWeeks().fell()).isEqualTo(1);
        assertThat(view.reason()).isNull();
    }

    @Test
    void twoOthersAreNoCategory() {
        PeerView view = PeerView.of("mail", peer(-9), peers(-9, -9));

        assertThat(view.median()).isNull();
        assertThat(view.fourWeeks()).isNull();
        assertThat(view.thirteenWeeks()).isNull();
        assertThat(view.peers()).isEqualTo(2);
        assertThat(view.reason().it()).startsWith("2 of the 3 other vendors");
    }

    @Test
    void withoutAFormerIndexThereIsNoVerdict() {
        PeerView young = PeerView.of("mail", peer(null), peers(-9, -9, -9));
        PeerView unknown = PeerView.of("mail", null, peers(-9, -9, -9));
        PeerView among = PeerView.of("mail", peer(-9), List.of(peer(-9), peer(-9), peer(null)));

        assertThat(Stream.of(young, unknown, among).map(view -> view.fourWeeks().verdict()))
                .containsOnlyNulls();
        assertThat(young.fourWeeks().text().it()).startsWith("The vendor has no index of 4 weeks ago");
        assertThat(among.fourWeeks().text().it()).startsWith("Fewer than 3 peers");
        assertThat(unknown.index()).isNull();
    }

    private static Peer peer(@Nullable Integer move) {
        return new Peer(70, move, null);
    }

    private static List<Peer> peers(int... moves) {
        return Arrays.stream(moves).mapToObj(PeerViewTest::peer).toList();
    }
}
