package io.bellwether.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.watch.Diagnosis.Ailment;
import io.bellwether.core.watch.Diagnosis.Limits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(60), Duration.ofSeconds(120), Duration.ofSeconds(600));

    @Test
    void whatIsNewAndHasNothingToDoIsAlive() {
        Diagnosis diagnosis = Diagnosis.of(vitals(0, 0, null, null, 0, 0, null, 0), LIMITS);

        assertThat(diagnosis.ailments()).isEmpty();
        assertThat(diagnosis.alive()).isTrue();
    }

    @ParameterizedTest(name = "unclaimed {0} s, unstored {1} s, last result {2} s ago, every {3} s")
    @CsvSource({"60, 0, 30, 60", "0, 60, 30, 60", "0, 0, 120, 60", "0, 0, 86460, 86400"})
    void evaluationThatIsALittleLateIsAlive(long unclaimed, long unstored, long sinceResult, long every) {
        Diagnosis diagnosis = Diagnosis.of(vitals(unclaimed, unstored, sinceResult, every, 0, 0, null, 0), LIMITS);

        assertThat(diagnosis.alive()).isTrue();
    }

    @ParameterizedTest(name = "unclaimed {0} s, unstored {1} s, last result {2} s ago, every {3} s")
    @CsvSource({"61, 0, 30, 60", "0, 61, 30, 60", "0, 0, 121, 60"})
    void evaluationThatStoppedAnywhereIsNot(long unclaimed, long unstored, long sinceResult, long every) {
        Diagnosis diagnosis = Diagnosis.of(vitals(unclaimed, unstored, sinceResult, every, 0, 0, null, 0), LIMITS);

        assertThat(diagnosis.ailments()).containsExactly(Ailment.EVALUATION_BEHIND);
        assertThat(diagnosis.alive()).isFalse();
    }

    @Test
    void newsThatNobodyDispatchesAreNoLife() {
        Diagnosis diagnosis = Diagnosis.of(vitals(0, 0, null, null, 121, 0, 1L, 0), LIMITS);

        assertThat(diagnosis.ailments()).containsExactly(Ailment.DISPATCH_BEHIND);
        assertThat(diagnosis.alive()).isFalse();
    }

    @Test
    void messagesThatWaitWhileOthersAreSentAreOnlyMany() {
        assertThat(Diagnosis.of(vitals(0, 0, null, null, 0, 500, 2L, 0), LIMITS).alive())
                .isTrue();
    }

    @Test
    void messagesThatWaitWhileNoneIsSentAreNoLife() {
        assertThat(Diagnosis.of(vitals(0, 0, null, null, 0, 121, 121L, 0), LIMITS)
                        .ailments())
                .containsExactly(Ailment.DELIVERY_STOPPED);
        assertThat(Diagnosis.of(vitals(0, 0, null, null, 0, 121, null, 0), LIMITS)
                        .alive())
                .isFalse();
    }

    @Test
    void aProviderThatTakesNothingIsAnAlertAndNotOurDeath() {
        Diagnosis diagnosis = Diagnosis.of(vitals(0, 0, null, null, 0, 0, 5L, 601), LIMITS);

        assertThat(diagnosis.ailments()).containsExactly(Ailment.CRITICAL_UNTOLD);
        assertThat(diagnosis.alive()).isTrue();
    }

    @Test
    void theLagIsTheLongestOfAll() {
        assertThat(vitals(3, 5, 64L, 60L, 0, 0, null, 0).evaluationLag()).isEqualTo(Duration.ofSeconds(5));
        assertThat(vitals(3, 2, 64L, 60L, 0, 0, null, 0).evaluationLag()).isEqualTo(Duration.ofSeconds(4));
        assertThat(vitals(3, 2, 10L, 60L, 0, 0, null, 0).evaluationLag()).isEqualTo(Duration.ofSeconds(3));
    }

    private static Vitals vitals(
            long unclaimed,
            long unstored,
            @Nullable Long sinceResult,
            @Nullable Long every,
            long undispatched,
            long unsent,
            @Nullable Long sinceAttempt,
            long critical) {
        return new Vitals(
                Duration.ofSeconds(unclaimed),
                Duration.ofSeconds(unstored),
                seconds(sinceResult),
                seconds(every),
                Duration.ofSeconds(undispatched),
                Duration.ofSeconds(unsent),
                seconds(sinceAttempt),
                Duration.ofSeconds(critical),
                Duration.ZERO);
    }

    private static @Nullable Duration seconds(@Nullable Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
