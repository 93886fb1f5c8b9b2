package io.bellwether.notify.slack;

import io.bellwether.alert.Alerts;
import io.bellwether.notify.ChannelSecrets;
import io.bellwether.notify.Delivery;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Brings messages of the bot up to date in place: severity, facts, end, and who has taken care of an alert. */
@Singleton
final class SlackRefresh {

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);
    /** Such as a token that was revoked: somebody may give another. */
    private static final Duration AFTER_A_REFUSAL = Duration.ofMinutes(10);

    private final SlackApi api;
    private final SlackPosts posts;
    private final Alerts alerts;
    private final ChannelSecrets secrets;
    private final Json json;

    SlackRefresh(SlackApi api, SlackPosts posts, Alerts alerts, ChannelSecrets secrets, Json json) {
        this.api = api;
        this.posts = posts;
        this.alerts = alerts;
        this.secrets = secrets;
        this.json = json;
    }

    /** False when there was nothing to do. */
    boolean next() {
        Optional<SlackPosts.Stale> stale = posts.nextStale();
        stale.ifPresent(this::refresh);
        return stale.isPresent();
    }

    private void refresh(SlackPosts.Stale stale) {
        SlackPost post = stale.post();
        SlackSettings.Bot bot = secrets.opened(SlackPosts.KIND, stale.settings(), SlackSettings.class)
                .bot();
        if (bot == null) {
            posts.forget(post.id());
            return;
        }
        Map<String, Object> view =
                json.toMap(SlackView.of(post.message(), SlackView.states(alerts, post.message()), bot.hears()));
        if (view.equals(post.shown()) || !post.shown().containsKey("attachments")) {
            posts.fresh(stale, post.shown());
            return;
        }
        Map<String, Object> address = Map.of("channel", post.place(), "ts", post.ts());
        switch (api.call("chat.update", bot.token(), SlackBot.with(view, address))) {
            case ApiAnswer.Done _ -> posts.fresh(stale, view);
            case ApiAnswer.Failed failed
            when failed.messageGone() || failed.badPayload() -> posts.fresh(stale, post.shown());
            case ApiAnswer.Failed failed -> posts.again(stale, wait(failed.delivery()));
        }
    }

    private static Duration wait(Delivery delivery) {
        return switch (delivery) {
            case Delivery.RetryLater retry when retry.after().compareTo(AFTER_A_FAILURE) > 0 -> retry.after();
            case Delivery.Rejected _ -> AFTER_A_REFUSAL;
            case Delivery.RetryLater _, Delivery.Ambiguous _, Delivery.Delivered _ -> AFTER_A_FAILURE;
        };
    }
}
