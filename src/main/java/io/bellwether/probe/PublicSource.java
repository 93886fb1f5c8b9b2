package io.bellwether.probe;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.RetryAfter;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A public source that tells about many vendors. When it asks us to slow down all probes of this node leave it alone for a
 * while; that it fails is never a vendor's fault.
 */
public final class PublicSource {

    /** Whatever a source asks for that refuses us. */
    public static final Duration SHORTEST_PAUSE = Duration.ofMinutes(10);

    private static final int NOT_MODIFIED = 304;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final Wire wire;
    private final String name;
    private final AtomicReference<Instant> closedUntil = new AtomicReference<>(Instant.MIN);

    /** @param name for people, at the begin of a sentence */
    public PublicSource(Wire wire, String name) {
        this.wire = wire;
        this.name = name;
    }

    /**
     * An answer that holds what was asked for, or says that it has not changed. Redirects are not followed: the request may
     * hold a key.
     *
     * @throws WireFailure UNKNOWN when there is none, also where nothing was sent
     */
    public WireResponse get(WireRequest request, ProbeContext context) throws WireFailure {
        WireResponse response = answer(request, context);
        if (response.status() == NOT_FOUND) {
            throw unexpected(response);
        }
        return response;
    }

    /**
     * The same where the source may well have nothing under the address, and says so with status 404.
     *
     * @return empty when it has nothing there
     * @throws WireFailure UNKNOWN when it does not tell
     */
    public Optional<WireResponse> find(WireRequest request, ProbeContext context) throws WireFailure {
        WireResponse response = answer(request, context);
        return response.status() == NOT_FOUND ? Optional.empty() : Optional.of(response);
    }

    private WireResponse answer(WireRequest request, ProbeContext context) throws WireFailure {
        Instant until = closedUntil.get();
        if (context.startedAt().isBefore(until)) {
            throw unknown(
                    Cause.CIRCUIT_OPEN,
                    name + " has asked us to slow down; nothing is sent until " + until + ".",
                    null);
        }
        WireResponse response = exchange(request, context);
        if (response.status() == 429 || (response.status() == 503 && response.header("Retry-After") != null)) {
            closedUntil.set(context.startedAt().plus(pause(response, context.startedAt())));
        }
        Optional<String> wall = BotWall.sign(response);
        if (wall.isPresent()) {
            throw unknown(Cause.BOT_WALL, name + " does not answer us for now: " + wall.get() + ".", response);
        }
        return switch (response.status()) {
            case 200, NOT_MODIFIED, NOT_FOUND -> response;
            case UNAUTHORIZED ->
                throw unknown(Cause.NOT_CONFIGURED, name + " does not accept our key (status 401).", response);
            default -> throw unexpected(response);
        };
    }

    /** That its answer cannot be read. */
    public WireFailure unreadable(IllegalArgumentException why) {
        String words = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        return unknown(
                Cause.UNEXPECTED_FORMAT,
                name + " gave an answer that cannot be read: " + Printable.start(words, 200) + ".",
                null);
    }

    /** How long to leave a source alone that refuses us: as long as it asks, but ten minutes at least and seven days at most. */
    public static Duration pause(WireResponse refusal, Instant now) {
        return RetryAfter.asked(refusal.header("Retry-After"), now)
                .filter(asked -> asked.compareTo(SHORTEST_PAUSE) > 0)
                .orElse(SHORTEST_PAUSE);
    }

    private WireResponse exchange(WireRequest request, ProbeContext context) throws WireFailure {
        try {
            return wire.exchange(request.maxRedirects(0), context.deadline());
        } catch (WireFailure e) {
            throw new WireFailure(Outcome.UNKNOWN, e.failureCause(), e.reason(), e.phases());
        }
    }

    private WireFailure unexpected(WireResponse response) {
        return unknown(Cause.UNEXPECTED_STATUS, name + " answered with status " + response.status() + ".", response);
    }

    private static WireFailure unknown(Cause cause, String reason, @Nullable WireResponse response) {
        return new WireFailure(Outcome.UNKNOWN, cause, reason, response == null ? Phases.NONE : response.phases());
    }
}
