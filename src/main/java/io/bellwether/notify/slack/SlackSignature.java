package io.bellwether.notify.slack;

import io.bellwether.platform.secret.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request comes from Slack.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying requests from Slack</a>
 */
final class SlackSignature {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final @Nullable String timestamp;
    private final @Nullable String signature;
    private final byte[] body;

    /**
     * @param timestamp seconds since 1970, as sent
     * @param signature {@code v0=} and a HMAC-SHA256 in hexadecimal, as sent
     * @param body the very bytes that were sent
     */
    SlackSignature(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        this.timestamp = timestamp;
        this.signature = signature;
        this.body = body;
    }

    /** Whether it was sent just now; one that was recorded and is sent again is not. */
    boolean isRecent(Instant now) {
        if (timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, now).abs().compareTo(WINDOW) <= 0;
    }

    /** In a time that does not tell how much of it was right. */
    boolean isBy(String secret) {
        if (signature == null) {
            return false;
        }
        byte[] head = ("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8);
        byte[] ours = Hmac.sha256(secret.getBytes(StandardCharsets.UTF_8), head, body);
        return Hmac.same("v0=" + HexFormat.of().formatHex(ours), signature);
    }
}
