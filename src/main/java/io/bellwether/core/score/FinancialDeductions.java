package io.bellwether.core.score;

import io.bellwether.core.Voices;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the parts of a financial score take, each thing once. */
final class FinancialDeductions {

    private FinancialDeductions() {}

    static List<Deduction> of(FinancialEvidence evidence, Instant now) {
        List<FilingLedger.Entry> filings = FilingLedger.of(evidence.filings(), now).stream()
                .filter(entry -> entry.pointsNow() > 0)
                .toList();
        List<RegisterLedger.Entry> registers = RegisterLedger.of(evidence.registers(), now);
        List<FactLedger.Entry> facts = FactLedger.of(evidence.facts(), now).stream()
                .filter(entry -> entry.pointsNow() > 0)
                .toList();
        return Stream.of(
                        filings.stream().map(FinancialScore::deduction),
                        registers.stream().map(RegisterLedger::deduction),
                        told(facts, points(filings, registers)),
                        purse(evidence, facts),
                        observed(facts))
                .flatMap(deductions -> deductions)
                .toList();
    }

    private static Map<String, Double> points(List<FilingLedger.Entry> filings, List<RegisterLedger.Entry> registers) {
        Map<String, Double> points = new HashMap<>();
        filings.forEach(entry -> points.merge(entry.event().signal(), entry.pointsNow(), Double::sum));
        registers.forEach(entry -> points.merge(entry.state().signal(), entry.points(), Double::sum));
        return points;
    }

    /** @param firmer what filings and registers take by signal */
    private static Stream<Deduction> told(List<FactLedger.Entry> facts, Map<String, Double> firmer) {
        return of(FinancialPart.EVENTS, facts)
                .map(entry -> FactLedger.deduction(entry, entry.pointsNow() - same(entry.rule(), firmer)));
    }

    private static double same(FactWeight rule, Map<String, Double> firmer) {
        return rule.sameAs().stream()
                .mapToDouble(signal -> firmer.getOrDefault(signal, 0.0))
                .sum();
    }

    /** The scorecard, and what the shortest runway that is known takes beyond it. */
    private static Stream<Deduction> purse(FinancialEvidence evidence, List<FactLedger.Entry> facts) {
        StatementRisk statements = evidence.statements();
        double byScorecard = statements == null ? 0 : FinancialScore.points(statements);
        double byStatements =
                evidence.liquidity() == null ? 0 : evidence.liquidity().points();
        FactLedger.Entry told = of(FinancialPart.LIQUIDITY, facts).findFirst().orElse(null);
        double byItsWord = told == null ? 0 : told.pointsNow();
        Deduction runway = told != null && byItsWord >= byStatements
                ? FactLedger.deduction(told, byItsWord - byScorecard)
                : byStatements(evidence.liquidity(), byScorecard);
        return Stream.concat(Stream.ofNullable(statements).map(FinancialScore::deduction), Stream.ofNullable(runway));
    }

    private static @Nullable Deduction byStatements(@Nullable Liquidity liquidity, double byScorecard) {
        if (liquidity == null || liquidity.points() == 0) {
            return null;
        }
        double points = liquidity.points() - byScorecard;
        String signal = liquidity.byDebt() ? Liquidity.DEBT : Liquidity.RUNWAY;
        return new Deduction(signal, points, liquidity.knownAt(), liquidity.source(), text(liquidity, points));
    }

    private static Voices text(Liquidity liquidity, double points) {
        String rest = " (" + liquidity.tier().name().toLowerCase(Locale.ROOT) + "): " + Phrases.decimal(points, 1)
                + " points beyond what the scorecard takes.";
        if (liquidity.byDebt()) {
            String share = Phrases.percent(Objects.requireNonNull(liquidity.debtCover()), 0);
            return new Voices(
                    "Cash and a year's inflow are " + share + " of the debt due within a year of " + liquidity.end()
                            + rest,
                    "It has to pay back more within a year than it has and earns: there is money for " + share
                            + " of it (" + liquidity.end() + ").");
        }
        String months = Phrases.decimal(Objects.requireNonNull(liquidity.runwayMonths()), 1);
        return new Voices(
                "Cash for " + months + " months at the rate of the year to " + liquidity.end() + rest,
                "If it goes on spending like this its money lasts for " + months + " months from " + liquidity.end()
                        + ".");
    }

    private static Stream<Deduction> observed(List<FactLedger.Entry> facts) {
        List<FactLedger.Entry> seen = of(FinancialPart.OBSERVABLE, facts).toList();
        double sum = seen.stream().mapToDouble(FactLedger.Entry::pointsNow).sum();
        double share = Math.min(1, FinancialPart.MOST_OBSERVED / sum);
        return seen.stream().map(entry -> FactLedger.deduction(entry, entry.pointsNow() * share));
    }

    private static Stream<FactLedger.Entry> of(FinancialPart part, List<FactLedger.Entry> facts) {
        return facts.stream().filter(entry -> entry.rule().part() == part);
    }
}
