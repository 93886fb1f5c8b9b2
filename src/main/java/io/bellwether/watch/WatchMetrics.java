package io.bellwether.watch;

import io.bellwether.core.watch.Vitals;
import io.bellwether.notify.ChannelStates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the last look of this node found, as metrics. */
@Singleton
class WatchMetrics {

    private final AtomicReference<@Nullable Vitals> last = new AtomicReference<>();
    private final ChannelStates states;
    private final MultiGauge channels;

    WatchMetrics(MeterRegistry metrics, ChannelStates states) {
        this.states = states;
        this.channels = MultiGauge.builder("bellwether.channel.state")
                .description("1 works, 0.5 asked for silence, 0 broken")
                .register(metrics);
        gauge(metrics, "bellwether.evaluation.lag.seconds", "How late probes are", Vitals::evaluationLag);
        gauge(
                metrics,
                "bellwether.outbox.p99.seconds",
                "How long 99 of 100 waiting news have waited at most",
                Vitals::waitingP99);
        gauge(
                metrics,
                "bellwether.outbox.critical.seconds",
                "How long the oldest critical news has been on its way",
                Vitals::oldestCritical);
    }

    void show(Vitals vitals) {
        last.set(vitals);
        channels.register(
                states.all().stream()
                        .map(channel -> MultiGauge.Row.of(
                                Tags.of("channel", channel.name(), "kind", channel.kind()), channel.state()))
                        .toList(),
                true);
    }

    private void gauge(MeterRegistry metrics, String name, String description, Function<Vitals, Duration> lag) {
        Gauge.builder(name, () -> seconds(lag)).description(description).register(metrics);
    }

    /** Not a number until this node has looked. */
    private double seconds(Function<Vitals, Duration> lag) {
        Vitals vitals = last.get();
        return vitals == null ? Double.NaN : lag.apply(vitals).toMillis() / 1000.0;
    }
}
