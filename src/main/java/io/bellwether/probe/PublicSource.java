package io.bellwether.probe;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.RetryAfter;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.courtesy.Closings;
import io.bellwether.probe.courtesy.Pace;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public source that tells about many vendors. All nodes together keep its pace, and when it asks one to slow down, all leave
 * it alone for a while; that it fails is never a vendor's fault.
 */
public final class PublicSource {

    /** Whatever a source asks for that refuses us. */
    public static final Duration SHORTEST_PAUSE = Duration.ofMinutes(10);

    private static final int NOT_MODIFIED = 304;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final Wire wire;
    private final Closings closings;
    private final Pace pace;
    private final String name;
    private final Duration apart;

    PublicSource(Wire wire, Closings closings, Pace pace, String name, Duration apart) {
        this.wire = wire;
        this.closings = closings;
        this.pace = pace;
        this.name = name;
        this.apart = apart;
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

    /**
     * Whatever it answers, by the rules of a source with one host.
     *
     * @throws WireFailure UNKNOWN when there is no answer, also where nothing was sent
     */
    public WireResponse ask(WireRequest request, ProbeContext context) throws WireFailure {
        return ask(host(request.uri()), request, context);
    }

    /**
     * Whatever it answers.
     *
     * @param host that stands for all hosts of the source
     * @throws WireFailure UNKNOWN when there is no answer, also where nothing was sent
     */
    public WireResponse ask(String host, WireRequest request, ProbeContext context) throws WireFailure {
        requireOpen(host, context);
        if (!apart.isZero()) {
            waitForTurn(host, context);
            // Who stood in the queue when another was refused does not go on.
            requireOpen(host, context);
        }
        WireResponse response = exchange(request, context);
        if (response.status() == 429 || (response.status() == 503 && response.header("Retry-After") != null)) {
            close(host, response, context);
        }
        return response;
    }

    /** Has all nodes leave it alone, for an answer that asks for it in its own way. */
    public void close(String host, WireResponse refusal, ProbeContext context) {
        closings.close(host, pause(refusal, context.startedAt()));
    }

    /** What an address's host is known by. */
    public static String host(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private WireResponse answer(WireRequest request, ProbeContext context) throws WireFailure {
        WireResponse response = ask(request.maxRedirects(0), context);
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

    private void requireOpen(String host, ProbeContext context) throws WireFailure {
        Instant until = closings.until(host);
        if (until != null && context.startedAt().isBefore(until)) {
            throw unknown(
                    Cause.CIRCUIT_OPEN,
                    name + " has asked us to slow down; nothing is sent until " + until + ".",
                    null);
        }
    }

    private void waitForTurn(String host, ProbeContext context) throws WireFailure {
        Duration wait = pace.take(host, apart, context.deadline().remaining())
                .orElseThrow(() ->
                        unknown(Cause.DEADLINE, name + " is asked too much; there was no turn left in time.", null));
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(Cause.INTERNAL, "Interrupted on our side.", null);
        }
    }

    /** How long to leave a source alone that refuses us: as long as it asks, but ten minutes at least and seven days at most. */
    private static Duration pause(WireResponse refusal, Instant now) {
        return RetryAfter.asked(refusal.header("Retry-After"), now)
                .filter(asked -> asked.compareTo(SHORTEST_PAUSE) > 0)
                .orElse(SHORTEST_PAUSE);
    }

    private WireResponse exchange(WireRequest request, ProbeContext context) throws WireFailure {
        try {
            return wire.exchange(request, context.deadline());
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
