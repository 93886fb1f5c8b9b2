package io.bellwether.core.score;

import static io.bellwether.core.score.FactMeasure.DAYS_LEFT;
import static io.bellwether.core.score.FactMeasure.MILLIONS_OF_DOLLARS;
import static io.bellwether.core.score.FactMeasure.MONTHS_LEFT;
import static io.bellwether.core.score.FactMeasure.NONE;
import static io.bellwether.core.score.FactMeasure.PEOPLE;
import static io.bellwether.core.score.FactMeasure.PERCENT;
import static io.bellwether.core.score.FactMeasure.PERCENT_OF_STAFF;
import static io.bellwether.core.score.FactMeasure.USUAL_GAP_IN_DAYS;
import static io.bellwether.core.score.FinancialPart.EVENTS;
import static io.bellwether.core.score.FinancialPart.LIQUIDITY;
import static io.bellwether.core.score.FinancialPart.OBSERVABLE;

import io.bellwether.core.finance.EvidenceTier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The weights of dated facts about finances that people enter, or that are seen from outside, part of {@link RuleSet}. What is
 * seen from outside is weak: sites are quiet in summer, software is written where nobody sees it, addresses are renewed in the
 * last week. So it has to last before it counts, wears off, and is capped together by {@link FinancialPart#MOST_OBSERVED}.
 */
public final class FactWeights {

    static final String RUNWAY = "runway-told";
    static final String FUNDING = "funding-round";
    static final String HEADCOUNT = "headcount";
    static final String REVENUE = "annual-revenue";
    public static final String DOMAIN_NEGLECT = "domain-neglect";
    public static final String CERTIFICATE_NEGLECT = "certificate-neglect";

    private static final List<FactWeight> TOLD = List.of(
            new FactWeight(
                    "going-concern",
                    EVENTS,
                    EvidenceTier.STATED,
                    40,
                    Map.of(),
                    Duration.ofDays(400),
                    Duration.ZERO,
                    NONE,
                    false,
                    1,
                    Set.of(FilingWeights.GOING_CONCERN),
                    "going-concern-alleviated",
                    "substantial doubt about going on, as told",
                    "There is doubt that it can carry on for another year.",
                    "As in a filing; a report of the doubt that is filed too is not counted twice."),
            told(
                    "layoffs",
                    30,
                    180,
                    PERCENT_OF_STAFF,
                    Map.of(9.0, 0.0, 10.0, 10.0, 25.0, 20.0, 50.0, 30.0),
                    Set.of("filing-8k-2.05"),
                    "layoffs within a year",
                    "It has let a good part of its people go.",
                    "From a tenth of the staff within a year on; smaller cuts come from healthy companies too. Rounds add up."),
            told(
                    "accounts-overdue",
                    20,
                    270,
                    NONE,
                    Map.of(),
                    Set.of(
                            "company-accounts",
                            FilingWeights.OVERDUE,
                            "filing-nt-10-k",
                            "filing-nt-10-q",
                            "filing-nt-20-f"),
                    "accounts overdue, as told",
                    "It has not published its accounts in time.",
                    "As where a register says so."),
            told(
                    "statements-withheld",
                    15,
                    180,
                    NONE,
                    Map.of(),
                    Set.of(),
                    "promised statements not delivered",
                    "It promised to show its figures, and has not.",
                    "Who does well likes to show it; still, many forget."),
            new FactWeight(
                    "service-sunset",
                    EVENTS,
                    EvidenceTier.STATED,
                    60,
                    Map.of(),
                    null,
                    Duration.ZERO,
                    NONE,
                    false,
                    2,
                    Set.of(),
                    null,
                    "end of the service announced",
                    "It has announced that it will end the service.",
                    "Whatever its finances, there will be nothing to buy: it holds until it is withdrawn. Two sources, because of rumours."),
            new FactWeight(
                    RUNWAY,
                    LIQUIDITY,
                    EvidenceTier.STATED,
                    35,
                    Liquidity.POINTS_BY_MONTHS,
                    null,
                    Duration.ZERO,
                    MONTHS_LEFT,
                    true,
                    1,
                    Set.of(),
                    null,
                    "runway as the vendor tells it",
                    "By its own word its money lasts for a limited time.",
                    "It runs down from the day it was told, for half a year; of several the newest counts."));

    private static final List<FactWeight> SEEN = List.of(
            seen(
                    DOMAIN_NEGLECT,
                    FinancialPart.MOST_OBSERVED,
                    90,
                    0,
                    DAYS_LEFT,
                    Map.of(31.0, 0.0, 30.0, 5.0, 14.0, 15.0, 7.0, 30.0),
                    "registration of the domain about to end",
                    "The rent of its internet address runs out, and nobody has renewed it.",
                    "Nobody minds the shop. Many renew by themselves in the last weeks, so it rises towards the end."),
            seen(
                    CERTIFICATE_NEGLECT,
                    8,
                    60,
                    7,
                    NONE,
                    Map.of(),
                    "expired certificate left standing",
                    "The security seal of its site has run out, and nobody has renewed it for a week.",
                    "Everybody forgets one once; who leaves it for a week has nobody who looks."),
            seen(
                    "hiring-stopped",
                    6,
                    120,
                    60,
                    NONE,
                    Map.of(),
                    "no open positions any more, or the page of them gone",
                    "It has stopped looking for new people.",
                    "After 60 days: companies pause at the end of their year."),
            seen(
                    "release-silence",
                    8,
                    180,
                    60,
                    USUAL_GAP_IN_DAYS,
                    Map.of(),
                    "no releases, changelog entries or commits",
                    "It has not brought out anything new for much longer than it used to.",
                    "After 60 days and three times its own usual gap: much is written where nobody sees it."),
            seen(
                    "page-silence",
                    4,
                    180,
                    180,
                    NONE,
                    Map.of(),
                    "status page or blog silent",
                    "It does not write any more about what it does.",
                    "After 180 days, where it used to write monthly: a quiet page may also mean a quiet service."),
            seen(
                    "support-decay",
                    8,
                    180,
                    0,
                    NONE,
                    Map.of(),
                    "support answers late or not at all",
                    "Its support answers much later than it used to, or not at all.",
                    "Often the first to be cut, but also the first to be on holiday."));

    private static final List<FactWeight> INFORMATION = List.of(
            information(
                    FUNDING,
                    LIQUIDITY,
                    MILLIONS_OF_DOLLARS,
                    false,
                    1,
                    "last round of financing",
                    "Investors gave it money.",
                    "Never bad news, and no promise either: some closed soon after they had raised a lot."),
            information(
                    HEADCOUNT,
                    LIQUIDITY,
                    PEOPLE,
                    true,
                    1,
                    "number of employees",
                    "So many people work there.",
                    "With the last round of financing it gives an estimate of the runway, which takes nothing."),
            information(
                    REVENUE,
                    LIQUIDITY,
                    MILLIONS_OF_DOLLARS,
                    true,
                    1,
                    "sales of a year",
                    "It sells so much in a year.",
                    "In the estimate of the runway it pays for a part of the people; without it that is too short."),
            information(
                    "price-change",
                    EVENTS,
                    PERCENT,
                    false,
                    1,
                    "prices changed",
                    "It has changed its prices.",
                    "Rising prices may mean need or strength: compare with the contract."),
            information(
                    "plan-change",
                    EVENTS,
                    NONE,
                    false,
                    1,
                    "plans changed",
                    "It has changed what its plans contain, for example dropped the free one.",
                    "As changed prices."),
            information(
                    "pricing-page-changed",
                    OBSERVABLE,
                    NONE,
                    false,
                    1,
                    "watched page of prices changed",
                    "The page on which it tells its prices says something else.",
                    "Found by page-watch; pages also differ from visitor to visitor. An alert asks to compare it with the contract."),
            information(
                    "going-concern-alleviated",
                    EVENTS,
                    NONE,
                    false,
                    1,
                    "doubt about going on alleviated, as told",
                    "The doubt that it can carry on is over.",
                    "It ends such doubts that were told before."),
            information(
                    FilingWeights.ACQUISITION_ANNOUNCED,
                    EVENTS,
                    NONE,
                    false,
                    2,
                    "acquisition announced",
                    "Another company wants to buy it.",
                    "A risk for the plans of the product, not a failure. Two sources, because of rumours."),
            information(
                    FilingWeights.ACQUISITION_COMPLETED,
                    EVENTS,
                    NONE,
                    false,
                    2,
                    "acquisition completed",
                    "It belongs to another company now.",
                    "There is nothing of its own left to score: judge the new owner. Two sources, because of rumours."),
            information(
                    FilingWeights.EMERGED,
                    EVENTS,
                    NONE,
                    false,
                    1,
                    "bankruptcy proceedings over, plan effective",
                    "Its bankruptcy proceedings are over.",
                    "It ends the state that a bankruptcy filing made."));

    private static final List<FactWeight> ALL =
            Stream.of(TOLD, SEEN, INFORMATION).flatMap(List::stream).toList();

    private static final Map<String, FactWeight> BY_SIGNAL =
            ALL.stream().collect(Collectors.toUnmodifiableMap(FactWeight::signal, Function.identity()));

    private FactWeights() {}

    public static List<FactWeight> all() {
        return ALL;
    }

    /** Null where there is no such kind. */
    public static @Nullable FactWeight of(String signal) {
        return BY_SIGNAL.get(signal);
    }

    private static FactWeight told(
            String signal,
            double points,
            int halfLifeDays,
            FactMeasure measure,
            Map<Double, Double> pointsByAmount,
            Set<String> sameAs,
            String name,
            String meaning,
            String rationale) {
        return new FactWeight(
                signal,
                EVENTS,
                EvidenceTier.STATED,
                points,
                pointsByAmount,
                Duration.ofDays(halfLifeDays),
                Duration.ZERO,
                measure,
                measure != NONE,
                1,
                sameAs,
                null,
                name,
                meaning,
                rationale);
    }

    private static FactWeight seen(
            String signal,
            double points,
            int halfLifeDays,
            int persistsDays,
            FactMeasure measure,
            Map<Double, Double> pointsByAmount,
            String name,
            String meaning,
            String rationale) {
        return new FactWeight(
                signal,
                OBSERVABLE,
                EvidenceTier.OBSERVED,
                points,
                pointsByAmount,
                Duration.ofDays(halfLifeDays),
                Duration.ofDays(persistsDays),
                measure,
                measure != NONE,
                1,
                Set.of(),
                null,
                name,
                meaning,
                rationale);
    }

    private static FactWeight information(
            String signal,
            FinancialPart part,
            FactMeasure measure,
            boolean amountNeeded,
            int sources,
            String name,
            String meaning,
            String rationale) {
        return new FactWeight(
                signal,
                part,
                part == OBSERVABLE ? EvidenceTier.OBSERVED : EvidenceTier.STATED,
                0,
                Map.of(),
                null,
                Duration.ZERO,
                measure,
                amountNeeded,
                sources,
                Set.of(),
                null,
                name,
                meaning,
                rationale);
    }
}
