package io.bellwether.dashboard.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Outcome;
import io.bellwether.core.Tier;
import io.bellwether.core.score.Trend;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PortfolioOrderTest {

    private static final PortfolioRow DOWN = row("down", Outcome.DOWN, 95, Trend.STEADY, 0);
    private static final PortfolioRow SLIPPING = row("slipping", Outcome.UP, 80, Trend.SLIPPING, 0);
    private static final PortfolioRow ALERTING = row("alerting", Outcome.UP, 99, Trend.STEADY, 2);
    private static final PortfolioRow WEAK = row("weak", Outcome.UP, 50, Trend.STEADY, 0);
    private static final PortfolioRow WELL = row("well", Outcome.UP, 90, Trend.IMPROVING, 0);
    private static final PortfolioRow NEW = row("new", Outcome.UNKNOWN, null, null, 0);

    @Test
    void putsFirstWhatNeedsSomebodyFirst() {
        assertThat(sorted(PortfolioOrder.URGENCY))
                .containsExactly("down", "slipping", "alerting", "new", "weak", "well");
    }

    @Test
    void putsUnknownValuesLast() {
        assertThat(sorted(PortfolioOrder.INDEX)).endsWith("new");
        assertThat(sorted(PortfolioOrder.TREND)).startsWith("slipping").endsWith("new");
    }

    @ParameterizedTest
    @EnumSource
    void sortsVendorsOfWhichNothingIsKnown(PortfolioOrder order) {
        assertThat(Stream.of(NEW, row("also-new", Outcome.UNKNOWN, null, null, 0))
                        .sorted(order.comparator())
                        .map(PortfolioRow::slug))
                .containsExactly("also-new", "new");
    }

    @Test
    void fallsBackToUrgency() {
        assertThat(PortfolioOrder.named("nonsense")).isEqualTo(PortfolioOrder.URGENCY);
        assertThat(PortfolioOrder.named(null)).isEqualTo(PortfolioOrder.URGENCY);
        assertThat(PortfolioOrder.named("latency")).isEqualTo(PortfolioOrder.LATENCY);
    }

    @Test
    void countsTheFleet() {
        assertThat(Totals.of(List.of(DOWN, SLIPPING, ALERTING, NEW))).isEqualTo(new Totals(4, 1, 1, 2));
    }

    private static List<String> sorted(PortfolioOrder order) {
        return Stream.of(WELL, NEW, WEAK, ALERTING, SLIPPING, DOWN)
                .sorted(order.comparator())
                .map(PortfolioRow::slug)
                .toList();
    }

    private static PortfolioRow row(
            String slug, Outcome status, @Nullable Integer index, @Nullable Trend trend, int openAlerts) {
        return new PortfolioRow(
                slug,
                slug,
                Tier.STANDARD,
                status,
                null,
                index,
                null,
                trend,
                index,
                index,
                index,
                index,
                openAlerts,
                null,
                null);
    }
}
