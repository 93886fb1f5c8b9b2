package io.bellwether.dashboard.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What each part adds to a sum or takes from it, as bars to the right or to the left of the middle of a drawing that is
 * {@value #WIDTH} wide.
 *
 * @param bars the longest first
 */
public record ContributionBars(List<Bar> bars) {

    public static final int WIDTH = 200;

    private static final double MIDDLE = WIDTH / 2.0;

    /** @param amount with its sign */
    public record Bar(String name, double amount, String x, String width) {

        public boolean adds() {
            return amount > 0;
        }
    }

    public static ContributionBars of(Map<String, Double> amounts) {
        double longest = amounts.values().stream().mapToDouble(Math::abs).max().orElse(0);
        return new ContributionBars(amounts.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -Math.abs(entry.getValue()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> bar(entry.getKey(), entry.getValue(), longest))
                .toList());
    }

    private static Bar bar(String name, double amount, double longest) {
        double width = longest == 0 ? 0 : Math.abs(amount) / longest * MIDDLE;
        return new Bar(name, amount, Scale.text(amount < 0 ? MIDDLE - width : MIDDLE), Scale.text(width));
    }
}
