package io.bellwether.probe.http;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.HeaderRule;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.BotWall;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a token endpoint answers (RFC 6749, 5.1 and 5.2). */
final class TokenAnswer {

    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    /** What the issuer holds against our settings rather than has itself. */
    private static final Set<String> OURS = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope",
            "invalid_target",
            "access_denied");

    private TokenAnswer() {}

    static Grant judge(WireResponse response) {
        Map<?, ?> body = new Content(response).json().orElse(null) instanceof Map<?, ?> object ? object : Map.of();
        if (response.status() == 200) {
            return granted(body);
        }
        if (body.get("error") instanceof String error && OURS.contains(error)) {
            return new Grant.None(
                    Outcome.UNKNOWN,
                    Cause.NOT_CONFIGURED,
                    "The token endpoint refuses the client with '" + error + "'; check auth.oauth2.");
        }
        Optional<String> wall = BotWall.sign(response);
        return wall.isPresent()
                ? new Grant.None(
                        Outcome.UNKNOWN,
                        Cause.BOT_WALL,
                        "A wall against robots stands before the token endpoint (" + wall.get() + ").")
                : new Grant.None(
                        Outcome.DOWN,
                        Cause.UNEXPECTED_STATUS,
                        "The token endpoint answered with status " + response.status() + " instead of a token.");
    }

    private static Grant granted(Map<?, ?> body) {
        if (!(body.get("access_token") instanceof String token)
                || token.isEmpty()
                || HeaderRule.fault("Authorization", "Bearer " + token) != null) {
            return unexpected("has no access_token in its answer");
        }
        Object type = body.get("token_type");
        if (type instanceof String name && !"bearer".equalsIgnoreCase(name)) {
            return unexpected("gives a token that is not of the type Bearer");
        }
        return new Grant.Token(token, lifetime(body.get("expires_in")));
    }

    private static Grant.None unexpected(String what) {
        return new Grant.None(Outcome.DOWN, Cause.UNEXPECTED_FORMAT, "The token endpoint " + what + ".");
    }

    private static Duration lifetime(@Nullable Object seconds) {
        BigDecimal number = JsonValues.number(seconds);
        return number == null || number.signum() < 0
                ? Duration.ZERO
                : Duration.ofSeconds(number.min(LONGEST).longValue());
    }
}
