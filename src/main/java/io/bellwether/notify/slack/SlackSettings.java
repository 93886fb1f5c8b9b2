package io.bellwether.notify.slack;

import io.bellwether.platform.secret.Secret;
import io.bellwether.vendor.HttpUrl;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One of two ways into Slack: an incoming webhook, or a bot, which can do more.
 *
 * @param url the incoming webhook's, a secret
 * @param botToken of a Slack app with the scope {@code chat:write}
 * @param channel where the bot posts: a channel's id, or its name
 * @param signingSecret of the same app: with it, alerts can be acknowledged and snoozed by buttons
 */
@OneWay
record SlackSettings(
        @HttpUrl @Size(max = 2048) @Secret @Nullable String url,

        @Pattern(regexp = "[\\x21-\\x7e]{8,255}", message = "must be 8 to 255 visible characters") @Secret @Nullable String botToken,

        @Pattern(regexp = "\\S{1,80}", message = "must be a channel's id or name") @Nullable String channel,

        @Pattern(regexp = "[\\x21-\\x7e]{16,200}", message = "must be 16 to 200 visible characters") @Secret @Nullable String signingSecret) {

    /** The bot and where it posts; null for an incoming webhook. */
    @Nullable Bot bot() {
        return botToken == null || channel == null ? null : new Bot(botToken, channel, signingSecret != null);
    }

    @Override
    public String toString() {
        return "SlackSettings";
    }

    /** @param hears whether presses of buttons come back to us */
    record Bot(String token, String channel, boolean hears) {

        @Override
        public String toString() {
            return "Bot in " + channel;
        }
    }
}
