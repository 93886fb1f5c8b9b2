package io.bellwether.probe;

import io.bellwether.platform.egress.WireResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells an answer that was meant for robots from one that was meant for users. Who meets a wall knows nothing of what lies
 * behind it.
 */
public final class BotWall {

    private static final int LOOK_AT = 64 * 1024;
    private static final Set<String> CHALLENGES = Set.of("challenge", "captcha");
    private static final List<String> MARKERS = List.of(
            "<title>just a moment...",
            "attention required! | cloudflare",
            "challenges.cloudflare.com",
            "cf-chl-",
            "captcha",
            "_incapsula_resource",
            "errors.edgesuite.net",
            "px-block",
            "please verify you are a human",
            "request unsuccessful. incapsula");

    private BotWall() {}

    /** What shows that it is a wall; empty when nothing does. */
    public static Optional<String> sign(WireResponse response) {
        Optional<String> challenge = challenge(response);
        if (challenge.isPresent()) {
            return challenge;
        }
        return switch (response.status()) {
            case 429 -> Optional.of("status 429, too many requests");
            case 403, 503 -> marker(response);
            default -> Optional.empty();
        };
    }

    /** The same of an answer whose body is not read. */
    public static Optional<String> sign(int status, Function<String, @Nullable String> header) {
        Optional<String> challenge = challenge(header);
        return challenge.isEmpty() && status == 429 ? Optional.of("status 429, too many requests") : challenge;
    }

    /** What shows that it is a wall even where the status is the one we want. */
    public static Optional<String> challenge(WireResponse response) {
        return challenge(response::header);
    }

    private static Optional<String> challenge(Function<String, @Nullable String> header) {
        return Stream.of("cf-mitigated", "x-amzn-waf-action")
                .filter(name ->
                        CHALLENGES.contains(String.valueOf(header.apply(name)).toLowerCase(Locale.ROOT)))
                .map(name -> name + ": " + header.apply(name))
                .findFirst();
    }

    private static Optional<String> marker(WireResponse response) {
        if (response.header("x-datadome") != null) {
            return Optional.of("x-datadome");
        }
        String text = response.text();
        String page = text.substring(0, Math.min(text.length(), LOOK_AT)).toLowerCase(Locale.ROOT);
        return MARKERS.stream().filter(page::contains).findFirst().map(marker -> "'" + marker + "' in the page");
    }
}
