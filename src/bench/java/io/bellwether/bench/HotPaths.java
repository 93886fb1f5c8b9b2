package io.bellwether.bench;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The pure functions that every observation goes through, by JMH. */
record HotPaths() implements Scenario {

    @Override
    public String name() {
        return "jmh";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        var options = new OptionsBuilder()
                .include("io\\.bellwether\\..*Benchmark\\.")
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .build();
        for (RunResult result : new Runner(options).run()) {
            String name = result.getParams().getBenchmark();
            report.told(
                    "jmh: " + name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                    Report.text(
                            "%.0f ± %.0f ns",
                            result.getPrimaryResult().getScore(),
                            result.getPrimaryResult().getScoreError()),
                    "");
        }
    }
}
