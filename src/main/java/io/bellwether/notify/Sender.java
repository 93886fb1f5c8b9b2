package io.bellwether.notify;

import io.bellwether.platform.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Hands one message to its provider, without a database connection; every message takes this way, tests included. */
@Singleton
class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);

    private final ChannelSettings settings;
    private final MeterRegistry metrics;

    Sender(ChannelSettings settings, MeterRegistry metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    Delivery send(Message message, Claim.Target target) {
        Delivery delivery = attempt(message, target);
        metrics.counter(
                        "bellwether.notifications",
                        "channel",
                        target.channelName(),
                        "outcome",
                        DeliveryOutcome.of(delivery).name())
                .increment();
        return delivery;
    }

    private Delivery attempt(Message message, Claim.Target target) {
        try {
            return settings.configured(target.kind(), target.settings())
                    .send(message, new Destination(target.channelId(), target.address()));
        } catch (Problem e) {
            return new Delivery.Rejected("The channel's settings do not hold: " + e.detail(), true);
        } catch (RuntimeException e) {
            // Its message may hold a secret URL: only the type and the place are told.
            LOG.errorf("%s failed in %s at %s", target.kind(), e.getClass().getName(), place(e));
            return Delivery.RetryLater.soon("Our own failure: " + e.getClass().getSimpleName() + "; see the log.");
        }
    }

    private static String place(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0].toString();
    }
}
