package io.bellwether.bench;

import java.time.Duration;

/** An hour of full handshakes: whether memory stays where it is, on the heap and off it. */
record Soak() implements Scenario {

    private static final Load LOAD = new Load(5_000, Duration.ofSeconds(10), "https");
    private static final int MINUTES = Integer.getInteger("bench.soak.minutes", 60);
    private static final int SLICES = 6;

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        try (Bellwether monitoring = bench.bellwether()) {
            monitoring.watch(LOAD);
            Thread.sleep(Duration.ofMinutes(5));
            Duration slice = Duration.ofMinutes(MINUTES).dividedBy(SLICES);
            double first = 0;
            double last = 0;
            for (int number = 1; number <= SLICES; number++) {
                Cost cost = Meter.measure(monitoring, bench.target(), LOAD, slice);
                first = number == 1 ? cost.memory() : first;
                last = cost.memory();
                report.told(
                        Report.text("soak: peak memory in part %d of %d, checks", number, SLICES),
                        Report.text("%s MiB, %,d", Report.number(cost.memory()), cost.checks()),
                        "");
            }
            report.atMost(
                    Report.text("soak: growth of peak memory over %d minutes", MINUTES),
                    5,
                    (last / first - 1) * 100,
                    "%");
        }
    }
}
