package io.bellwether.core.score;

/**
 * The version of everything that turns evidence into numbers: curves, weights, half-lives, caps. Any change to one of them
 * is a new version, because indices of different versions are not comparable.
 */
public final class RuleSet {

    public static final String CURRENT = "2026.3";

    private RuleSet() {}
}
