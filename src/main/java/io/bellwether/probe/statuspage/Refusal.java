package io.bellwether.probe.statuspage;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.BotWall;
import io.bellwether.probe.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page that gave nothing to judge, as the verdict that says why; always UNKNOWN. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Verdict verdict;

    Refusal(Verdict verdict) {
        super(verdict.reason(), null, false, false);
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }

    /** Whether what was asked for is not there, or no longer what it was. */
    boolean isOfAnotherPlace() {
        return verdict.cause() == Cause.UNEXPECTED_FORMAT
                || Objects.equals(verdict.detail().get("status"), 404)
                || Objects.equals(verdict.detail().get("status"), 410);
    }

    /** Why the answer holds no document, null when it may hold one. */
    static @Nullable Verdict of(WireResponse response) {
        Optional<String> wall = BotWall.sign(response);
        if (wall.isPresent()) {
            return unknown(response, Cause.BOT_WALL, "A wall against robots answered (" + wall.get() + ").", Map.of());
        }
        return switch (response.status()) {
            case 200 -> null;
            case 401 ->
                unknown(
                        response,
                        Cause.UNEXPECTED_STATUS,
                        "The status page is inactive or private (status 401).",
                        Map.of());
            default ->
                unknown(
                        response,
                        Cause.UNEXPECTED_STATUS,
                        "The status page answered with status " + response.status() + ".",
                        Map.of());
        };
    }

    static Verdict unknown(WireResponse response, Cause cause, String reason, Map<String, Object> more) {
        Map<String, Object> detail = new LinkedHashMap<>(more);
        detail.put("status", response.status());
        detail.put("finalUrl", response.uri().toString());
        return new Verdict(Outcome.UNKNOWN, cause, reason, response.phases(), detail, List.of());
    }
}
