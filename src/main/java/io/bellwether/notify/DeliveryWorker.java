package io.bellwether.notify;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Claims due intents, sends each on a virtual thread of its own, and writes down what came of it. */
@Singleton
class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final int AT_ONCE = 8;
    private static final int AT_ONCE_PER_CHANNEL = 2;

    private final Leases leases;
    private final Sender sender;
    private final Outcomes outcomes;
    private final Backoff backoff;
    private final Slots slots = new Slots(AT_ONCE, AT_ONCE_PER_CHANNEL);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    DeliveryWorker(Leases leases, Sender sender, Outcomes outcomes, NotifySettings settings) {
        this.leases = leases;
        this.sender = sender;
        this.outcomes = outcomes;
        this.backoff = new Backoff(settings.backoff());
    }

    /**
     * Starts sending whatever is due, as far as there are slots; returns without waiting for it.
     *
     * @param done run whenever one message is through, by then there may be more to send
     */
    void start(Runnable done) {
        leases.bury();
        while (slots.free()) {
            Optional<Claim> claim = leases.claim(slots.busyChannels());
            if (claim.isEmpty()) {
                return;
            }
            slots.take(claim.get().target().channelId());
            threads.execute(() -> deliver(claim.get(), done));
        }
    }

    private void deliver(Claim claim, Runnable done) {
        try {
            long begin = System.nanoTime();
            Delivery delivery = sender.send(claim.message(), claim.target());
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            outcomes.settle(claim, delivery, took, settlement(claim, delivery));
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "What came of message %s is lost; it is sent again.",
                    claim.message().id());
        } finally {
            slots.giveBack(claim.target().channelId());
            done.run();
        }
    }

    private Settlement settlement(Claim claim, Delivery delivery) {
        return Settlement.of(
                delivery, claim.attempts(), claim.possibleDuplicate(), backoff, ThreadLocalRandom.current());
    }

    /** Lets what is on the wire come to its end; the leases of the rest run out. */
    void stop(Duration patience) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("Stopped with %d messages on the wire; they may be sent twice.", slots.inUse());
        }
    }
}
