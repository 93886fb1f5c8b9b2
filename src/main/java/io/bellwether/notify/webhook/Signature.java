package io.bellwether.notify.webhook;

import io.bellwether.platform.secret.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * Signs what is sent, so that its receiver knows who wrote it and when.
 *
 * @see <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 */
final class Signature {

    /** Before a key in base 64. */
    private static final String KEY = "whsec_";

    private Signature() {}

    /** @param secret a key in base 64 behind {@code whsec_}, or any other text */
    static Map<String, String> headers(String secret, String id, Instant now, String body) {
        String time = String.valueOf(now.getEpochSecond());
        String signature = Base64.getEncoder().encodeToString(Hmac.sha256(key(secret), id + "." + time + "." + body));
        return Map.of("webhook-id", id, "webhook-timestamp", time, "webhook-signature", "v1," + signature);
    }

    private static byte[] key(String secret) {
        return secret.startsWith(KEY)
                ? Base64.getDecoder().decode(secret.substring(KEY.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }
}
