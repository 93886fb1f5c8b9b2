package io.bellwether.core.honesty;

import io.bellwether.core.honesty.AnsweredOutage.Standing;
import io.bellwether.core.honesty.HonestyGrade.Ungraded;
import io.bellwether.core.slo.Outage;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was measured in a period against what the status page said in it.
 *
 * @param measured down time, which is admitted, unadmitted, unknown and too short together
 * @param admitted how much of the outages the page told of; those too short are left out here and below
 * @param unadmitted how much of them the page could be read and told nothing
 * @param unknown how much of them nobody can tell what the page said
 * @param tooShort the outages of five minutes or less together
 * @param admittedWithoutMeasurement how long the page told of trouble that we did not measure: neither good nor bad, because
 *     we may not use what was broken
 * @param backdated posts that give an earlier time than they can have been posted at
 * @param medianDelay of the judged outages that were admitted; null without any
 * @param longestDelay null with it
 */
public record Honesty(
        HonestyGrade grade,
        Duration measured,
        Duration admitted,
        Duration unadmitted,
        Duration unknown,
        Duration tooShort,
        Duration admittedWithoutMeasurement,
        int backdated,
        @Nullable Duration medianDelay,
        @Nullable Duration longestDelay,
        List<AnsweredOutage> outages) {

    /**
     * @param measured outages within the period
     * @param pages what each status page said, in any order; empty when none is read
     * @param posts what the vendor posted
     */
    public static Honesty of(List<Outage> measured, Collection<List<Claim>> pages, List<Post> posts, Span period) {
        Admission admission = new Admission(pages, posts);
        List<AnsweredOutage> all = measured.stream()
                .map(outage -> AnsweredOutage.of(outage, admission, posts, period.to()))
                .toList();
        List<AnsweredOutage> longer = all.stream()
                .filter(outage -> outage.standing() != Standing.TOO_SHORT)
                .toList();
        List<AnsweredOutage> judged =
                longer.stream().filter(AnsweredOutage::isJudged).toList();
        List<Duration> delays = judged.stream()
                .flatMap(outage -> Stream.ofNullable(outage.delay()))
                .sorted()
                .toList();
        Duration median = median(delays);
        Duration down = sum(all, AnsweredOutage::lasted);
        return new Honesty(
                judged.isEmpty()
                        ? HonestyGrade.without(ungraded(pages.isEmpty(), longer.isEmpty()))
                        : HonestyGrade.of(judged, median),
                down,
                sum(longer, AnsweredOutage::admitted),
                sum(longer, AnsweredOutage::unadmitted),
                sum(longer, AnsweredOutage::unknown),
                down.minus(sum(longer, AnsweredOutage::lasted)),
                admission.admitted(period.from(), period.to()).minus(sum(all, AnsweredOutage::admitted)),
                (int) posts.stream().filter(admission::backdated).count(),
                median,
                delays.isEmpty() ? null : delays.getLast(),
                all);
    }

    public List<AnsweredOutage> judged() {
        return outages.stream().filter(AnsweredOutage::isJudged).toList();
    }

    private static Ungraded ungraded(boolean noPage, boolean noOutage) {
        if (noPage) {
            return Ungraded.NO_PAGE;
        }
        return noOutage ? Ungraded.NOTHING_TO_ADMIT : Ungraded.PAGE_UNKNOWN;
    }

    static Duration sum(List<AnsweredOutage> outages, Function<AnsweredOutage, Duration> part) {
        return outages.stream().map(part).reduce(Duration.ZERO, Duration::plus);
    }

    /** Between the two in the middle when there is none. */
    private static @Nullable Duration median(List<Duration> sorted) {
        int size = sorted.size();
        return size == 0
                ? null
                : sorted.get((size - 1) / 2).plus(sorted.get(size / 2)).dividedBy(2);
    }
}
