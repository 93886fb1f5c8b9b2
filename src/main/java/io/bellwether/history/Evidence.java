package io.bellwether.history;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.history.ObservationView.AttemptView;
import io.bellwether.platform.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What an observation says beside its figures.
 *
 * @param detail a JSON object
 * @param attempts a JSON array of {@link AttemptView}; empty for a single attempt, which says nothing that the observation does
 *     not say itself
 */
record Evidence(Cause cause, String reason, Duration every, String detail, String attempts, String node) {

    static Evidence of(Observation observation, Json json) {
        return new Evidence(
                observation.cause(),
                text(observation.reason()),
                observation.every(),
                json.write(observation.detail()),
                json.write(kept(observation.attempts())),
                observation.node());
    }

    /** The same for the same evidence, and for no other: the first half of its SHA-256. */
    UUID digest() {
        MessageDigest digest = sha256();
        for (String part : List.of(cause.name(), reason, every.toString(), detail, attempts, node)) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static List<AttemptView> kept(List<Attempt> attempts) {
        return attempts.size() == 1
                ? List.of()
                : attempts.stream().map(AttemptView::of).toList();
    }

    /** PostgreSQL keeps no NUL; a vendor may send one. */
    static String text(String text) {
        return text.replace("\u0000", "");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
