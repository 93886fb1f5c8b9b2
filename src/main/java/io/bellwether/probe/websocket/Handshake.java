package io.bellwether.probe.websocket;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.Fault;
import io.bellwether.platform.egress.HttpHead;
import io.bellwether.platform.egress.Wire;
import io.bellwether.probe.BotWall;
import io.bellwether.probe.websocket.WebSocketProbe.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The opening handshake (RFC 6455, 4). */
final class Handshake {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Settings settings;
    private final String key;

    private Handshake(Settings settings, String key) {
        this.settings = settings;
        this.key = key;
    }

    static Handshake of(Settings settings) {
        byte[] nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        return new Handshake(settings, Base64.getEncoder().encodeToString(nonce));
    }

    byte[] request() {
        URI url = URI.create(settings.url().toASCIIString());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("User-Agent", Wire.USER_AGENT);
        headers.putAll(settings.headersOrNone());
        headers.put("Connection", "Upgrade");
        headers.put("Upgrade", "websocket");
        headers.put("Sec-WebSocket-Key", key);
        headers.put("Sec-WebSocket-Version", "13");
        String subprotocol = settings.subprotocol();
        if (subprotocol != null) {
            headers.put("Sec-WebSocket-Protocol", subprotocol);
        }
        StringBuilder head = new StringBuilder("GET " + path(url) + " HTTP/1.1\r\nHost: " + url.getRawAuthority());
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        return head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @throws Fault unless the server agrees to exactly what was asked for */
    void check(HttpHead answer) throws Fault {
        if (answer.status() != 101) {
            Optional<String> wall = BotWall.sign(answer.status(), answer::header);
            throw wall.isPresent()
                    ? Fault.ours(Cause.BOT_WALL, "A wall against robots answered (" + wall.get() + ").")
                    : Fault.theirs(Cause.UNEXPECTED_STATUS, "Status " + answer.status() + " instead of 101.");
        }
        if (!"websocket".equalsIgnoreCase(answer.header("Upgrade")) || !upgrades(answer.header("Connection"))) {
            throw refused("it switches to another protocol than WebSocket");
        }
        if (!accept(key).equals(answer.header("Sec-WebSocket-Accept"))) {
            throw refused("Sec-WebSocket-Accept is not the answer to our key");
        }
        if (answer.header("Sec-WebSocket-Extensions") != null) {
            throw refused("it uses extensions that were not offered");
        }
        if (!Objects.equals(settings.subprotocol(), answer.header("Sec-WebSocket-Protocol"))) {
            throw refused("the subprotocol is " + named(answer.header("Sec-WebSocket-Protocol")) + " instead of "
                    + named(settings.subprotocol()));
        }
    }

    static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this platform has no SHA-1", e);
        }
    }

    private static Fault refused(String why) {
        return Fault.theirs(Cause.PROTOCOL_ERROR, "The server's handshake is wrong: " + why + ".");
    }

    private static boolean upgrades(@Nullable String connection) {
        return Arrays.stream(String.valueOf(connection).toLowerCase(Locale.ROOT).split(",", -1))
                .anyMatch(option -> option.strip().equals("upgrade"));
    }

    private static String named(@Nullable String subprotocol) {
        return subprotocol == null ? "none" : "'" + subprotocol + "'";
    }

    private static String path(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
