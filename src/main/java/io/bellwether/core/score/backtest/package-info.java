/** What the financial score would have said of companies on past days: how early of those that failed, how often of the others. */
@NullMarked
package io.bellwether.core.score.backtest;

import org.jspecify.annotations.NullMarked;
