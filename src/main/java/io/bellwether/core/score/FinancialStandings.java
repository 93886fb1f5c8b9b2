package io.bellwether.core.score;

import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.score.FinancialPart.PartStanding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much of each part of a vendor's finances is known, and how fresh that is. What grows old loses freshness, never points. */
final class FinancialStandings {

    private static final Curve LOOK_BY_DAYS = new Curve(Map.of(3.0, 1.0, 30.0, 0.0));
    private static final Curve FRESHNESS_BY_DAYS_TOO_OLD = new Curve(Map.of(0.0, 1.0, 365.0, 0.0));
    private static final Curve SEEN_BY_DAYS = new Curve(Map.of(30.0, 1.0, 180.0, 0.0));

    private final FinancialEvidence evidence;
    private final Instant now;

    private FinancialStandings(FinancialEvidence evidence, Instant now) {
        this.evidence = evidence;
        this.now = now;
    }

    /** @param certain whether what is known of its events holds whoever looks: a bankruptcy, the end of a company */
    static List<PartStanding> of(FinancialEvidence evidence, boolean certain, Instant now) {
        FinancialStandings standings = new FinancialStandings(evidence, now);
        return List.of(
                standings.statements(), standings.events(certain), standings.liquidity(), standings.observable());
    }

    private PartStanding statements() {
        StatementRisk risk = evidence.statements();
        return risk == null
                ? nothing(FinancialPart.STATEMENTS)
                : standing(
                        FinancialPart.STATEMENTS,
                        risk.confidence(),
                        freshness(risk.freshUntil()),
                        risk.tier(),
                        risk.knownAt());
    }

    private PartStanding events(boolean certain) {
        Instant lookedAt = evidence.lookedAt();
        double freshness = certain ? 1 : lookedAt == null ? 0 : LOOK_BY_DAYS.at(days(lookedAt));
        boolean covered = certain || lookedAt != null;
        return standing(FinancialPart.EVENTS, covered ? 1 : 0, freshness, tierOfEvents(), lookedAt);
    }

    private @Nullable EvidenceTier tierOfEvents() {
        if (!evidence.filings().isEmpty()) {
            return EvidenceTier.FILED;
        }
        if (!evidence.registers().isEmpty()) {
            return EvidenceTier.REGISTERED;
        }
        if (evidence.lookedAt() != null) {
            return EvidenceTier.FILED;
        }
        return told(FinancialPart.EVENTS).findAny().isPresent() ? EvidenceTier.STATED : null;
    }

    /** Of what statements and what the vendor itself say, the one that tells more of today. */
    private PartStanding liquidity() {
        Liquidity money = evidence.liquidity();
        Stream<PartStanding> byStatements = money == null ? Stream.empty() : Stream.of(byStatements(money));
        Stream<PartStanding> byItsWord = told(FinancialPart.LIQUIDITY)
                .filter(fact -> fact.signal().equals(FactWeights.RUNWAY))
                .max(Comparator.comparing(DatedFact::occurredAt))
                .map(this::byItsWord)
                .stream();
        return Stream.concat(byStatements, byItsWord)
                .max(Comparator.comparingDouble(PartStanding::confidence))
                .orElse(nothing(FinancialPart.LIQUIDITY));
    }

    private PartStanding byStatements(Liquidity money) {
        return standing(
                FinancialPart.LIQUIDITY,
                money.confidence(),
                freshness(money.freshUntil()),
                money.tier(),
                money.knownAt());
    }

    private PartStanding byItsWord(DatedFact runway) {
        double tooOld = days(runway.occurredAt().plus(FactMeasure.MONTHS_LEFT.runsDownFor()));
        return standing(
                FinancialPart.LIQUIDITY,
                runway.confidence(),
                FRESHNESS_BY_DAYS_TOO_OLD.at(tooOld),
                EvidenceTier.STATED,
                runway.occurredAt());
    }

    private PartStanding observable() {
        return Stream.concat(
                        Stream.ofNullable(evidence.observedAt()),
                        told(FinancialPart.OBSERVABLE).map(DatedFact::occurredAt))
                .max(Comparator.naturalOrder())
                .map(seen ->
                        standing(FinancialPart.OBSERVABLE, 1, SEEN_BY_DAYS.at(days(seen)), EvidenceTier.OBSERVED, seen))
                .orElse(nothing(FinancialPart.OBSERVABLE));
    }

    private Stream<DatedFact> told(FinancialPart part) {
        return evidence.facts().stream().filter(fact -> fact.holds(now)).filter(fact -> {
            FactWeight rule = FactWeights.of(fact.signal());
            return rule != null && rule.part() == part;
        });
    }

    private double days(Instant since) {
        return Duration.between(since, now).toHours() / 24.0;
    }

    private double freshness(LocalDate until) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return FRESHNESS_BY_DAYS_TOO_OLD.at((double) ChronoUnit.DAYS.between(until, today));
    }

    private static PartStanding nothing(FinancialPart part) {
        return standing(part, 0, 0, null, null);
    }

    private static PartStanding standing(
            FinancialPart part,
            double coverage,
            double freshness,
            @Nullable EvidenceTier tier,
            @Nullable Instant asOf) {
        return new PartStanding(part, part.weight(), Confidence.of(coverage), Confidence.of(freshness), tier, 0, asOf);
    }

    /** The same with what the drivers of each part take. */
    static List<PartStanding> with(List<PartStanding> standings, List<Driver> drivers) {
        return standings.stream()
                .map(standing -> standing.taking(drivers.stream()
                        .filter(driver -> FinancialPart.of(driver.signal()) == standing.part())
                        .mapToInt(Driver::contribution)
                        .sum()))
                .toList();
    }

    /** When the newest of them became known. */
    static @Nullable Instant asOf(List<PartStanding> standings) {
        return standings.stream()
                .map(PartStanding::asOf)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
