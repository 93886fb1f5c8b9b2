package io.bellwether.core.score.backtest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was to be said of a company's finances at the end of a day (UTC) by what was known then.
 *
 * @param score the financial score; null when there was none
 * @param index the viability index of a vendor of which nothing else is known: the score, capped by hard facts; null without it
 * @param graveFilings whether filings alone said that it slips
 * @param failed whether it was in bankruptcy or insolvency proceedings
 */
public record Judgement(
        LocalDate day, @Nullable Integer score, @Nullable Integer index, boolean graveFilings, boolean failed) {}
