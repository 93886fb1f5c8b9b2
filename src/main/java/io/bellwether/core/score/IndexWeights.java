package io.bellwether.core.score;

import io.bellwether.core.Dimension;
import io.bellwether.core.Tier;

/**
 * How much each dimension counts in the viability index, in whole percent that add up to 100.
 *
 * @param version whose weights they are, and their edition: a change of a weight is a new one
 */
public record IndexWeights(String version, int uptime, int latency, int security, int financial) {

    /** To leave takes a year or more, so that what may come weighs as much as what is. Slowness is no reason to leave. */
    private static final IndexWeights STRATEGIC = new IndexWeights("strategic.1", 30, 10, 30, 30);

    /** A vendor that cannot be used is of no use; security and finances say what may come; slowness annoys before it harms. */
    private static final IndexWeights IMPORTANT = new IndexWeights("important.1", 35, 15, 25, 25);

    /**
     * It can be replaced in weeks: it matters how it works today, and little whether it is there in two years. Security weighs
     * as elsewhere, because data that is lost is lost whoever lost it.
     */
    private static final IndexWeights STANDARD = new IndexWeights("standard.1", 40, 20, 25, 15);

    public static IndexWeights of(Tier tier) {
        return switch (tier) {
            case STRATEGIC -> STRATEGIC;
            case IMPORTANT -> IMPORTANT;
            case STANDARD -> STANDARD;
        };
    }

    public int of(Dimension dimension) {
        return switch (dimension) {
            case UPTIME -> uptime;
            case LATENCY -> latency;
            case SECURITY -> security;
            case FINANCIAL -> financial;
        };
    }

    /** The rule set of an index that these weights make of scores that other rules made. */
    public String ruleSet(String rules) {
        return rules + "+" + version;
    }

    /** What made the scores of an index: its rule set without these weights. */
    public String rules(String ruleSet) {
        String own = "+" + version;
        return ruleSet.endsWith(own) ? ruleSet.substring(0, ruleSet.length() - own.length()) : ruleSet;
    }
}
