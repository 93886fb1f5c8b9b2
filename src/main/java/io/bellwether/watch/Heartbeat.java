package io.bellwether.watch;

import io.bellwether.notify.Excerpt;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Calls a monitor outside while Bellwether does its work, so that its silence is noticed. */
@Singleton
class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_BODY = 16 * 1024;

    private final HeartbeatSettings settings;
    private final HeartbeatTurns turns;
    private final Wire wire;
    private final MeterRegistry metrics;
    private volatile Result last = Result.NONE;

    Heartbeat(HeartbeatSettings settings, HeartbeatTurns turns, Wire wire, MeterRegistry metrics) {
        this.settings = settings;
        this.turns = turns;
        this.wire = wire;
        this.metrics = metrics;
    }

    /** What became of the last turn of this node. */
    enum Result {
        NONE,
        TAKEN,
        FAILED,
        WITHHELD
    }

    /** Calls, unless it is not time yet or another node has done so. */
    void beat(boolean alive) {
        if (settings.url().isEmpty() || !turns.take(settings.interval())) {
            return;
        }
        Result result = alive ? call(settings.url().get()) : Result.WITHHELD;
        if (result == Result.FAILED) {
            turns.again(settings.interval().dividedBy(4));
        }
        metrics.counter("bellwether.heartbeats", "result", result.name().toLowerCase(Locale.ROOT))
                .increment();
        if (result != last && result != Result.TAKEN) {
            LOG.warnf(
                    "The heartbeat is %s.",
                    result == Result.FAILED ? "not heard" : "withheld: work is not done in time");
        } else if (result == Result.TAKEN && last != Result.NONE && last != Result.TAKEN) {
            LOG.info("The heartbeat is heard again.");
        }
        last = result;
    }

    private Result call(URI url) {
        try {
            int status = wire.exchange(WireRequest.get(url).maxBody(MOST_BODY), Deadline.in(PATIENCE))
                    .status();
            if (status / 100 == 2) {
                return Result.TAKEN;
            }
            LOG.debugf("%s answered the heartbeat with %d.", url.getHost(), status);
        } catch (WireFailure e) {
            LOG.debugf("The heartbeat did not reach %s: %s", url.getHost(), new Excerpt(url, List.of()).of(e.reason()));
        }
        return Result.FAILED;
    }
}
