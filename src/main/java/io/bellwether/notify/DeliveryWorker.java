package io.bellwether.notify;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Claims due messages, sends each on a virtual thread of its own, and writes down what came of it. */
@Singleton
class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final int AT_ONCE = 8;
    private static final int AT_ONCE_PER_CHANNEL = 2;

    private final Claims claims;
    private final Sender sender;
    private final Outcomes outcomes;
    private final Backoff backoff;
    private final Slots slots = new Slots(AT_ONCE, AT_ONCE_PER_CHANNEL);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    DeliveryWorker(Claims claims, Sender sender, Outcomes outcomes, NotifySettings settings) {
        this.claims = claims;
        this.sender = sender;
        this.outcomes = outcomes;
        this.backoff = new Backoff(settings.backoff());
    }

    /**
     * Starts sending what is due, as far as there are slots; returns without waiting for it. Also when some of it is through
     * meanwhile it starts no more: whoever calls has other things to see to in between.
     *
     * @param done run whenever one message is through, by then there may be more to send
     */
    void start(Runnable done) {
        claims.bury();
        int started = 0;
        while (started < AT_ONCE && slots.free()) {
            switch (next()) {
                case Claims.Found.Nothing _ -> {
                    return;
                }
                case Claims.Found.NothingYet _ -> {}
                case Claims.Found.Something(Claim claim) -> {
                    started++;
                    slots.take(claim.target().channelId());
                    threads.execute(() -> deliver(claim, done));
                }
            }
        }
    }

    private Claims.Found next() {
        try {
            return claims.next(slots.busyChannels());
        } catch (Claims.Unpackable e) {
            LOG.errorf(e, "What there is to tell could not be put together; the others are told meanwhile.");
            claims.postpone(e);
            return new Claims.Found.NothingYet();
        }
    }

    private void deliver(Claim claim, Runnable done) {
        try {
            long begin = System.nanoTime();
            Delivery delivery = sender.send(claim.parcel().message(), claim.target());
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            outcomes.settle(claim, delivery, took, settlement(claim, delivery));
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "What came of message %s is lost; it is sent again.",
                    claim.parcel().message().id());
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
