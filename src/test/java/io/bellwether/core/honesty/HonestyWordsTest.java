package io.bellwether.core.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HonestyWordsTest {

    @Test
    void tellsTheSameFiguresTwice() {
        Hour hour = new Hour()
                .down(10, 40)
                .down(60, 80)
                .page(0, 20, false)
                .page(20, 42, true)
                .page(42, 120, false);

        var words = HonestyWords.of(hour.judge());

        assertThat(words.it())
                .isEqualTo("Grade D (honesty-1, 52 of 100): the status page admitted 22 of 50 minutes down"
                        + " in 2 judged outages; median delay 8 minutes, longest 8 minutes; 1 never admitted.");
        assertThat(words.marketing())
                .isEqualTo("When it did not work, its own status page said so for 22 of 50 minutes, first after"
                        + " 8 minutes as a rule. It kept quiet about 1 of 2 interruptions.");
    }

    @Test
    void leavesOutTheDelayOfWhatWasNeverAdmitted() {
        var words = HonestyWords.of(new Hour().down(10, 40).page(0, 60, false).judge());

        assertThat(words.it())
                .isEqualTo("Grade F (honesty-1, 0 of 100): the status page admitted 0 of 30 minutes down"
                        + " in 1 judged outage; 1 never admitted.");
        assertThat(words.marketing()).doesNotContain("as a rule");
    }

    @Test
    void saysWhyThereIsNoGrade() {
        assertThat(HonestyWords.of(new Hour().page(0, 60, false).judge()).it()).contains("nothing to admit");
        assertThat(HonestyWords.of(new Hour().down(0, 60).judge()).it()).contains("No statuspage probe");
    }
}
