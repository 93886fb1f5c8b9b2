package io.bellwether.dashboard;

import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells our own forms from those of other sites. A form carries a key derived from the secret of the session, which
 * another site can neither read nor guess. What the browser says of the request's origin is checked at sign-in.
 */
@Singleton
class FormGuard {

    static final String FIELD = "formKey";

    private static final String PURPOSE = "bellwether form ";

    /** Empty without a session. */
    String key(@Nullable Cookie session) {
        if (session == null) {
            return "";
        }
        byte[] text = (PURPOSE + session.getValue()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256(text));
    }

    /** @throws Problem 403 when the form does not come from a page of this session */
    void check(@Nullable String given, @Nullable Cookie session) {
        String expected = key(session);
        boolean ours = !expected.isEmpty()
                && given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        if (!ours) {
            throw Problem.forbidden("This form is not from a page of your session; reload the page and send it again.");
        }
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
