package io.bellwether.core.score;

/**
 * What filings weigh for the company they come in, beside {@link FilingWeights}; part of {@link RuleSet}. Times are in days.
 *
 * @param clusterFactor by how much more a risk filing weighs in a cluster
 * @param clusterDays within which the kinds of a cluster come
 * @param clusterKinds how many different kinds make a cluster
 * @param departuresAtMost what all departures within {@code departuresDays} take together at most
 * @param lateAgainFactor by how much more a late report weighs when another was late within {@code lateAgainDays} before
 * @param auditorChangeAfterWarning what a change of auditor weighs within {@code warningDays} after a restatement or late report
 * @param transferOfListing what a listing notice weighs when the company goes to another exchange
 * @param transferDays between such a notice and what tells of the other exchange
 * @param removalDays within which a listing notice makes a removal one of common shares
 */
public record FilingRules(
        double clusterFactor,
        int clusterDays,
        int clusterKinds,
        double departuresAtMost,
        int departuresDays,
        double lateAgainFactor,
        int lateAgainDays,
        double auditorChangeAfterWarning,
        int warningDays,
        double transferOfListing,
        int transferDays,
        int removalDays) {

    public static final FilingRules CURRENT = new FilingRules(1.25, 90, 3, 15, 180, 2, 365, 30, 120, 10, 30, 180);
}
