package io.bellwether.probe.websocket;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Purpose;
import io.bellwether.platform.egress.Talked;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.secret.Secret;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.PositiveTime;
import io.bellwether.probe.Probe;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.RequestHeaders;
import io.bellwether.probe.TalkDetail;
import io.bellwether.probe.TextPattern;
import io.bellwether.probe.Verdict;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens a WebSocket, exchanges a message over it, and closes it. */
@Singleton
final class WebSocketProbe implements Probe<WebSocketProbe.Settings> {

    /**
     * @param headers sent with the handshake
     * @param subprotocol the one that the server must agree to
     * @param send a text message, sent once the socket is open
     * @param expectContains text that one of the messages received must hold
     * @param expectMatches a regular expression to be found in one of the messages received
     * @param degradedAfter an exchange that took longer is DEGRADED; closing does not count
     */
    record Settings(
            @NotNull @Obeys(SocketAddress.class) URI url,

            @Obeys(SocketHeaders.class) @Secret(keys = RequestHeaders.CREDENTIALS) @Nullable Map<String, String> headers,

            @Size(max = 256) @Pattern(regexp = "[!#$%&'*+.^_`|~0-9A-Za-z-]+") @Nullable String subprotocol,

            @Size(max = 65_536) @Nullable String send,
            @Size(min = 1, max = 10_000) @Nullable String expectContains,

            @Size(min = 1, max = 1_000) @Obeys(TextPattern.Compiles.class) @Nullable String expectMatches,

            @Obeys(PositiveTime.class) @Nullable Duration degradedAfter) {

        Map<String, String> headersOrNone() {
            return Objects.requireNonNullElse(headers, Map.of());
        }

        boolean secure() {
            return "wss".equalsIgnoreCase(url.getScheme());
        }

        int port() {
            if (url.getPort() > 0) {
                return url.getPort();
            }
            return secure() ? 443 : 80;
        }

        boolean expects() {
            return expectContains != null || expectMatches != null;
        }
    }

    private final Wire wire;

    WebSocketProbe(Wire wire) {
        this.wire = wire;
    }

    @Override
    public String kind() {
        return "websocket";
    }

    @Override
    public String description() {
        return "Opens a WebSocket, checks its handshake and what it answers, and closes it.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) throws WireFailure {
        Deadline deadline = context.deadline();
        Purpose purpose = settings.secure() ? Purpose.HTTP : null;
        String host = settings.url().getHost();
        return judge(
                settings, wire.converse(host, settings.port(), purpose, deadline, new Exchange(settings, deadline)));
    }

    static Verdict judge(Settings settings, Talked<Exchange.Heard> talked) {
        String done = settings.expects() ? "The WebSocket opens and answers as expected" : "The WebSocket opens";
        Duration limit = settings.degradedAfter();
        if (limit != null && talked.millis() > limit.toNanos() / 1e6) {
            String slow = String.format(
                    Locale.ROOT, ", but in %.0f ms, slower than %d ms.", talked.millis(), limit.toMillis());
            return verdict(settings, talked, Outcome.DEGRADED, Cause.SLOW, done + slow);
        }
        return verdict(settings, talked, Outcome.UP, Cause.OK, done + ".");
    }

    private static Verdict verdict(
            Settings settings, Talked<Exchange.Heard> talked, Outcome outcome, Cause cause, String reason) {
        Exchange.Heard heard = talked.result();
        Map<String, Object> detail = TalkDetail.of(talked);
        detail.put("messages", heard.messages());
        detail.put("closed", heard.closed());
        if (settings.subprotocol() != null) {
            detail.put("subprotocol", settings.subprotocol());
        }
        if (!heard.message().isEmpty()) {
            detail.put("message", heard.message());
        }
        return new Verdict(outcome, cause, reason, talked.phases(), detail, List.of()).lasting(talked.millis());
    }
}
