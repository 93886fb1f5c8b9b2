package io.bellwether.dashboard;

import io.bellwether.notify.IntentState;
import io.bellwether.notify.NotificationQuery;
import io.bellwether.platform.Problem;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a visitor wants to see; null and empty mean no wish.
 *
 * @param state the name of an {@link IntentState}
 * @param alert an alert's id
 * @param channel a channel's id
 * @param after the cursor of the page before
 */
public record MessagesRequest(
        @QueryParam("state") @Nullable String state,
        @QueryParam("alert") @Nullable String alert,
        @QueryParam("channel") @Nullable String channel,
        @QueryParam("after") @Nullable String after) {

    NotificationQuery query() {
        return new NotificationQuery(chosen(), id("alert", alert), id("channel", channel), null, given(after));
    }

    public boolean shows(IntentState other) {
        return other.name().equalsIgnoreCase(state);
    }

    public boolean showsChannel(UUID id) {
        return id.toString().equals(channel);
    }

    public boolean filtered() {
        return given(state) != null || given(alert) != null || given(channel) != null;
    }

    /** The address of these messages, from a cursor on. */
    public String link(@Nullable String from) {
        return "/messages?state=" + encoded(state) + "&alert=" + encoded(alert) + "&channel=" + encoded(channel)
                + (from == null ? "" : "&after=" + encoded(from));
    }

    private @Nullable IntentState chosen() {
        String wish = given(state);
        if (wish == null) {
            return null;
        }
        return Arrays.stream(IntentState.values())
                .filter(other -> other.name().equalsIgnoreCase(wish))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "state", "Must be WAITING, SENDING, DELIVERED, COALESCED, SUPPRESSED or DEAD."));
    }

    private static @Nullable UUID id(String field, @Nullable String value) {
        String wish = given(value);
        try {
            return wish == null ? null : UUID.fromString(wish);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field, "Must be an id.");
        }
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static String encoded(@Nullable String value) {
        return value == null ? "" : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
