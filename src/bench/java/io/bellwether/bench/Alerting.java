package io.bellwether.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** From what is found to who is told: how soon, how many at once, and what is left behind. */
record Alerting() implements Scenario {

    private static final int VENDORS = 100;
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int CALLS = 300;

    @Override
    public String name() {
        return "alerting";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        try (Sink sink = Sink.start();
                Bellwether monitoring = bench.bellwether()) {
            outages(monitoring, sink, report);
            SlackStorm.run(monitoring, sink, report);
            AlertStorm.run(bench, monitoring, sink, report);
            list(monitoring, report);
            OutboxClaim.run(monitoring, report);
        }
    }

    private static void outages(Bellwether monitoring, Sink sink, Report report) throws Exception {
        monitoring.channel("webhook", "outages", sink.url("/outages"));
        List<String> urls = IntStream.range(0, VENDORS)
                .mapToObj(number -> sink.url("/service/" + number))
                .toList();
        List<String> probes = monitoring.watch(EVERY, urls, 1);
        monitoring.decideAtOnce(probes);
        Outages outages = new Outages(monitoring, sink, VENDORS);
        outages.once();
        double[] millis = outages.once();
        monitoring.slowDown(probes, Duration.ofHours(1));
        report.atMost(
                "alerting: observation that confirms → message, p99 of " + VENDORS + " outages in 10 s",
                1_000,
                percentile(millis, 0.99),
                "ms");
        report.told(
                "alerting: observation that confirms → message, p50",
                Report.number(percentile(millis, 0.5)) + " ms",
                "");
    }

    private static void list(Bellwether monitoring, Report report) throws Exception {
        double open = monitoring.query("SELECT count(*) FROM alert_episode WHERE condition <> 'RESOLVED'");
        for (String path : List.of("/api/v1/alerts?limit=100", "/api/v1/alerts?state=OPEN&limit=100")) {
            History.time(monitoring, path, CALLS, false);
            report.atMost(
                    "alerting: GET " + path + " with " + Report.number(open) + " open, p99",
                    100,
                    History.time(monitoring, path, CALLS, false),
                    "ms");
        }
    }

    /** Sorts them. */
    static double percentile(double[] millis, double share) {
        Arrays.sort(millis);
        return millis[(int) Math.ceil(millis.length * share) - 1];
    }

    /**
     * Routes by which each alert goes to its team, in groups that are looked at every second.
     *
     * @param names of the teams and their channels; the first hears also what belongs to no team
     */
    static Map<String, Object> routes(List<String> names, List<String> groupBy) {
        Map<String, Object> root = Map.of(
                "receiver",
                names.getFirst(),
                "groupBy",
                groupBy,
                "groupWait",
                "PT0S",
                "groupInterval",
                "PT1S",
                "repeatInterval",
                "PT4H",
                "routes",
                names.stream()
                        .map(name -> Map.of("receiver", name, "matchers", List.of("team=\"" + name + "\"")))
                        .toList());
        return Map.of(
                "receivers",
                names.stream()
                        .map(name -> Map.of("name", name, "channels", List.of(name)))
                        .toList(),
                "route",
                root);
    }
}
