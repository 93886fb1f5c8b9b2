package io.bellwether.core.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides whole points in proportion to weights by largest remainder (Hamilton's method), at least 1 to each. */
final class Apportionment {

    private Apportionment() {}

    /**
     * @param weights positive, heaviest first
     * @param total how many points to divide, not negative
     * @return one share of at least 1 for each of the heaviest {@code min(weights.length, total)}; they add up to {@code total}
     */
    static int[] of(double[] weights, int total) {
        int receivers = Math.min(weights.length, total);
        double[] beyondOne = quotas(Arrays.copyOf(weights, receivers), total);
        for (int i = 0; i < receivers; i++) {
            beyondOne[i] = Math.max(0, beyondOne[i] - 1);
        }
        int[] shares = largestRemainder(quotas(beyondOne, total - receivers), total - receivers);
        for (int i = 0; i < receivers; i++) {
            shares[i]++;
        }
        return shares;
    }

    private static double[] quotas(double[] weights, int total) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights)
                .map(weight -> sum == 0 ? 0 : weight / sum * total)
                .toArray();
    }

    private static int[] largestRemainder(double[] quotas, int total) {
        int[] shares = Arrays.stream(quotas).mapToInt(quota -> (int) quota).toArray();
        int left = total - Arrays.stream(shares).sum();
        IntStream.range(0, quotas.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> shares[i] - quotas[i]))
                .limit(left)
                .forEach(i -> shares[i]++);
        return shares;
    }
}
