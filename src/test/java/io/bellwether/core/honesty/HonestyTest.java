package io.bellwether.core.honesty;

import static io.bellwether.core.honesty.Hour.at;
import static io.bellwether.core.honesty.Hour.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.honesty.AnsweredOutage.Standing;
import io.bellwether.core.honesty.HonestyGrade.Ungraded;
import org.junit.jupiter.api.Test;

/** Worked by hand: each case is an hour or two, the page read every two minutes unless it says otherwise. */
class HonestyTest {

    @Test
    void aPageThatIsSilentAllAlongFails() {
        Honesty honesty = new Hour().down(10, 40).page(0, 60, false).judge();

        assertThat(honesty.measured()).isEqualTo(minutes(30));
        assertThat(honesty.admitted()).isZero();
        assertThat(honesty.unadmitted()).isEqualTo(minutes(30));
        assertThat(honesty.unknown()).isZero();
        assertThat(honesty.medianDelay()).isNull();
        assertThat(honesty.grade().score()).isZero();
        assertThat(honesty.grade().grade()).isEqualTo("F");
        assertThat(honesty.outages().getFirst().admittedAt()).isNull();
    }

    @Test
    void anAdmissionIsPutAtTheEarliestTimeThatTheReadingsAllow() {
        // Read at 18 without and at 20 with the trouble: 22 of 30 minutes; after the first five 22 of 25; 8 minutes
        // late.
        Honesty honesty = new Hour()
                .down(10, 40)
                .page(0, 20, false)
                .page(20, 42, true)
                .page(42, 60, false)
                .judge();

        assertThat(honesty.admitted()).isEqualTo(minutes(22));
        assertThat(honesty.unadmitted()).isEqualTo(minutes(8));
        assertThat(honesty.outages().getFirst().admittedAt()).isEqualTo(at(18));
        assertThat(honesty.medianDelay()).isEqualTo(minutes(8));
        assertThat(honesty.grade().admittedShare()).isEqualTo(22 / 25.0);
        assertThat(honesty.grade().score()).isEqualTo(85);
        assertThat(honesty.grade().grade()).isEqualTo("B");
    }

    @Test
    void theVendorsOwnTimeTellsWhenBetweenTwoReadingsItWasPosted() {
        Honesty honesty = new Hour()
                .down(10, 40)
                .page(0, 20, false)
                .page(20, 60, true)
                .post(19, null, 20)
                .judge();

        AnsweredOutage outage = honesty.outages().getFirst();
        assertThat(outage.admittedAt()).isEqualTo(at(19));
        assertThat(outage.delay()).isEqualTo(minutes(9));
        assertThat(outage.post()).isNotNull();
        assertThat(honesty.backdated()).isZero();
    }

    @Test
    void aPostThatIsDatedBackDoesNotMakeThePageAnyEarlier() {
        Honesty honesty = new Hour()
                .down(10, 40)
                .page(0, 30, false)
                .page(30, 60, true)
                .post(10, null, 30)
                .judge();

        AnsweredOutage outage = honesty.outages().getFirst();
        assertThat(outage.admittedAt()).isEqualTo(at(28));
        assertThat(outage.backdated()).isTrue();
        assertThat(honesty.backdated()).isEqualTo(1);
        assertThat(honesty.unadmitted()).isEqualTo(minutes(18));
    }

    @Test
    void aPostThatNobodyLookedForIsNotTakenForDatedBack() {
        Honesty honesty =
                new Hour().down(10, 40).page(30, 60, true).post(10, null, 30).judge();

        assertThat(honesty.backdated()).isZero();
        assertThat(honesty.unknown()).isEqualTo(minutes(20));
    }

    @Test
    void aPostAfterTheEndIsALateAdmissionThatMakesNoMinuteGood() {
        Honesty honesty =
                new Hour().down(10, 40).page(0, 60, false).post(10, 40, 55).judge();

        AnsweredOutage outage = honesty.outages().getFirst();
        assertThat(outage.admittedAt()).isEqualTo(at(55).plusSeconds(3));
        assertThat(outage.delay()).isEqualTo(minutes(45).plusSeconds(3));
        assertThat(honesty.admitted()).isZero();
        assertThat(honesty.grade().score()).isZero();
    }

    @Test
    void aPageThatCouldNotBeReadIsNotDishonest() {
        // Unknown from 10 to 30; then read and silent: the ten minutes up to 40 count against it.
        Honesty partly =
                new Hour().down(10, 40).page(0, 10, false).page(30, 60, false).judge();
        assertThat(partly.unknown()).isEqualTo(minutes(20));
        assertThat(partly.unadmitted()).isEqualTo(minutes(10));
        assertThat(partly.outages().getFirst().standing()).isEqualTo(Standing.PAGE_UNKNOWN);
        assertThat(partly.grade().ungraded()).isEqualTo(Ungraded.PAGE_UNKNOWN);

        // Unknown from 10 to 20 and then an admission: no minute of delay is proved.
        Honesty admitted =
                new Hour().down(10, 40).page(0, 10, false).page(20, 60, true).judge();
        assertThat(admitted.outages().getFirst().delay()).isZero();
        assertThat(admitted.grade().score()).isEqualTo(100);
    }

    @Test
    void whatIsTooShortToWriteAboutIsCountedApart() {
        Honesty honesty =
                new Hour().down(10, 15).down(30, 33).page(0, 60, false).judge();

        assertThat(honesty.measured()).isEqualTo(minutes(8));
        assertThat(honesty.tooShort()).isEqualTo(minutes(8));
        assertThat(honesty.unadmitted()).isZero();
        assertThat(honesty.grade().grade()).isNull();
        assertThat(honesty.grade().ungraded()).isEqualTo(Ungraded.NOTHING_TO_ADMIT);
    }

    @Test
    void troubleThatWeDoNotSeeIsCountedNeitherWay() {
        Honesty honesty =
                new Hour().down(10, 20).page(0, 10, true).page(10, 60, true).judge();

        assertThat(honesty.admittedWithoutMeasurement()).isEqualTo(minutes(50));
        assertThat(honesty.grade().score()).isEqualTo(100);
    }

    @Test
    void withoutAPageThereIsNothingToGrade() {
        Honesty honesty = new Hour().down(10, 40).judge();

        assertThat(honesty.grade().ungraded()).isEqualTo(Ungraded.NO_PAGE);
        assertThat(honesty.unknown()).isEqualTo(minutes(30));
    }

    @Test
    void oneOfTwoPagesIsEnoughAndOverlapsCountOnce() {
        Honesty honesty = new Hour()
                .down(10, 40)
                .page(0, 60, false)
                .otherPage(10, 30, true)
                .otherPage(20, 40, true)
                .judge();

        assertThat(honesty.admitted()).isEqualTo(minutes(30));
        assertThat(honesty.unadmitted()).isZero();
    }

    @Test
    void medianAndLongestDelayAreOfTheAdmittedOutages() {
        // Delays 0, 4 and 18, and one outage that was never admitted.
        Honesty honesty = new Hour()
                .down(10, 20)
                .down(30, 50)
                .down(60, 90)
                .down(100, 120)
                .page(0, 8, false)
                .page(8, 22, true)
                .page(22, 36, false)
                .page(36, 52, true)
                .page(52, 80, false)
                .page(80, 92, true)
                .page(92, 120, false)
                .judge();

        assertThat(honesty.medianDelay()).isEqualTo(minutes(4));
        assertThat(honesty.longestDelay()).isEqualTo(minutes(18));
        // After the first five minutes: 5 of 5, 15 of 15, 12 of 25, 0 of 15; a point and a third for the delay.
        assertThat(honesty.grade().admittedShare()).isEqualTo(32 / 60.0);
        assertThat(honesty.grade().score()).isEqualTo(52);
        assertThat(honesty.grade().grade()).isEqualTo("D");
    }

    @Test
    void aLastingOutageIsJudgedUpToTheEndOfThePeriod() {
        Honesty honesty = new Hour().down(100, null).page(0, 120, false).judge();

        assertThat(honesty.unadmitted()).isEqualTo(minutes(20));
        assertThat(honesty.outages().getFirst().standing()).isEqualTo(Standing.JUDGED);
    }

    @Test
    void aPostOfAnEarlierTroubleIsNotAboutALaterOutage() {
        Honesty honesty = new Hour()
                .down(10, 20)
                .down(60, 90)
                .page(0, 10, false)
                .page(10, 24, true)
                .page(24, 120, false)
                .post(10, null, 10)
                .judge();

        assertThat(honesty.outages().getFirst().post()).isNotNull();
        assertThat(honesty.outages().getLast().post()).isNull();
        assertThat(honesty.outages().getLast().admittedAt()).isNull();
    }
}
