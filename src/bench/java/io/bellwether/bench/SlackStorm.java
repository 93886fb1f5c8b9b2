package io.bellwether.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Five hundred alerts within five seconds, each a group of its own, to one channel of Slack. */
final class SlackStorm {

    private static final Storm STORM = new Storm("slow", 500, 1);

    private SlackStorm() {}

    static void run(Bellwether monitoring, Sink sink, Report report) throws Exception {
        monitoring.channel("slack", "slack", sink.url("/slack"));
        monitoring.route(Alerting.routes(List.of("slack"), List.of("...")));
        Patience.until(
                "what was to be told before has been told",
                () -> monitoring.query("SELECT count(*) FROM intent WHERE state IN ('WAITING', 'SENDING')") == 0);
        sink.take();
        for (String request : STORM.requests(100)) {
            long next = System.nanoTime() + Duration.ofSeconds(1).toNanos();
            monitoring.push(request);
            Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        }
        Patience.until("every alert has been told", () -> delivered(monitoring, "") == STORM.alerts());
        List<Sink.Arrival> messages = sink.take();
        report.atMost(
                "alerting: messages about 500 alerts in 5 s to one Slack channel", 10, messages.size(), "messages");
        report.atLeast(
                "alerting: those of the alerts that are in exactly one message",
                STORM.alerts(),
                delivered(monitoring, "AND 1 = (SELECT count(*) FROM attempt_intent WHERE intent_id = intent.id)"),
                "alerts");
        report.atLeast("alerting: shortest time between two of the messages", 1, shortestGap(messages), "s");
    }

    private static double delivered(Bellwether monitoring, String condition) throws Exception {
        return monitoring.query("""
                SELECT count(*) FROM intent
                 WHERE state = 'DELIVERED'
                   AND episode_id IN (SELECT id FROM alert_episode WHERE rule = 'external-alert')\s""" + condition);
    }

    private static double shortestGap(List<Sink.Arrival> messages) {
        return IntStream.range(1, messages.size())
                .mapToObj(at -> Duration.between(
                        messages.get(at - 1).at(), messages.get(at).at()))
                .mapToDouble(gap -> gap.toNanos() / 1e9)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
