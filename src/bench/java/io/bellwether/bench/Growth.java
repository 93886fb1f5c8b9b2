package io.bellwether.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The same number of checks per second, spread over more and more monitors. */
record Growth() implements Scenario {

    private static final List<Load> LOADS = List.of(
            new Load(500, Duration.ofSeconds(5), "http"),
            new Load(5_000, Duration.ofSeconds(50), "http"),
            new Load(20_000, Duration.ofSeconds(200), "http"));
    private static final Duration WARM_UP = Duration.ofMinutes(2);
    private static final Duration TIME = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        List<Double> costs = new ArrayList<>();
        for (Load load : LOADS) {
            Bench own = new Bench(
                    bench.directory().resolve("monitors-" + load.monitors()), bench.target(), bench.options());
            try (Bellwether monitoring = own.bellwether()) {
                monitoring.watch(load);
                Thread.sleep(WARM_UP);
                Cost cost = Meter.measure(monitoring, bench.target(), load, TIME);
                costs.add(cost.cpuPerThousand());
                report.told(
                        Report.text("growth: CPU-s per 1,000 checks, %,d monitors", load.monitors()),
                        Report.number(cost.cpuPerThousand()),
                        "");
            }
        }
        double first = costs.getFirst();
        double furthest = costs.stream()
                .mapToDouble(cost -> Math.abs(cost / first - 1) * 100)
                .max()
                .orElseThrow();
        report.atMost("growth: difference from 500 to 20,000 monitors", 15, furthest, "%");
    }
}
