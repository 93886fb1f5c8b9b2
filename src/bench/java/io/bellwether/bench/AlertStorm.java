package io.bellwether.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Ten thousand alerts, a hundred for each of a hundred teams, pushed as fast as they are taken. */
final class AlertStorm {

    private static final int TEAMS = 100;
    private static final int AT_ONCE = 500;
    private static final Storm WARM_UP = new Storm("early", 10_000, TEAMS);
    private static final Storm STORM = new Storm("host", 10_000, TEAMS);

    private AlertStorm() {}

    /** What takes pushed alerts. */
    @FunctionalInterface
    private interface Taker {
        void push(String alerts) throws Exception;
    }

    static void run(Bench bench, Bellwether monitoring, Sink sink, Report report) throws Exception {
        List<String> teams =
                IntStream.range(0, TEAMS).mapToObj(team -> "team-" + team).toList();
        for (String team : teams) {
            monitoring.channel("webhook", team, sink.url("/" + team));
        }
        monitoring.route(Alerting.routes(teams, List.of("alertname")));
        push(WARM_UP, monitoring::push);
        WARM_UP.told(sink);
        double before = monitoring.kept();
        Instant begin = push(STORM, monitoring::push);
        Instant pushed = Instant.now();
        Patience.until(
                "every alert is enqueued",
                () -> monitoring.query("SELECT count(*) FROM outbox WHERE processed_at IS NULL") == 0);
        Instant enqueued = Instant.now();
        double told = seconds(begin, STORM.told(sink));
        double after = monitoring.kept();
        double peer;
        try (Alertmanager alertmanager = Alertmanager.start(bench.directory().resolve("alertmanager"), sink, TEAMS)) {
            push(WARM_UP, alertmanager::push);
            WARM_UP.told(sink);
            peer = seconds(push(STORM, alertmanager::push), STORM.told(sink));
        }
        report.atMost(
                "alerting: 10,000 alerts for 100 receivers, evaluated and enqueued", 10, seconds(begin, enqueued), "s");
        report.told(
                "alerting: of that, until the last was evaluated", Report.number(seconds(begin, pushed)) + " s", "");
        report.told(
                "alerting: 10,000 alerts for 100 receivers, until the last was told",
                Report.number(told) + " s",
                Report.number(peer) + " s (Alertmanager, which keeps them in memory)");
        report.atMost(
                "alerting: what is kept in memory, growth by the second 10,000 alerts",
                10,
                (after / before - 1) * 100,
                "%");
    }

    /** When it began. */
    private static Instant push(Storm storm, Taker taker) throws Exception {
        List<String> requests = storm.requests(AT_ONCE);
        Instant begin = Instant.now();
        for (String request : requests) {
            taker.push(request);
        }
        return begin;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1_000.0;
    }
}
