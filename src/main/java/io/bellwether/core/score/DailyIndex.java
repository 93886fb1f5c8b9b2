package io.bellwether.core.score;

import java.time.LocalDate;

/**
 * The viability index of one day.
 *
 * @param day in UTC
 * @param ruleSet the version of the rules that made it
 */
public record DailyIndex(LocalDate day, int index, String ruleSet) {}
