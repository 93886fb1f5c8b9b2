package io.bellwether.notify.slack;

import io.bellwether.alert.Alerts;
import io.bellwether.notify.Delivery;
import io.bellwether.notify.Message;
import io.bellwether.notify.Telling;
import io.bellwether.platform.egress.Deadline;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Posts what is new of itself, and what follows into the thread of the message that began it. */
@Singleton
final class SlackBot {

    private static final Logger LOG = Logger.getLogger(SlackBot.class);
    private static final String POST = "chat.postMessage";
    /** After that no further part is begun, so that the attempt ends in time. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final SlackApi api;
    private final SlackPosts posts;
    private final Alerts alerts;

    SlackBot(SlackApi api, SlackPosts posts, Alerts alerts) {
        this.api = api;
        this.posts = posts;
        this.alerts = alerts;
    }

    /** What Slack has already is left out, so that a message of which a part arrived is completed, not repeated. */
    Delivery tell(Message message, SlackSettings.Bot bot, UUID channel) {
        if (message.test()) {
            return post(SlackMessage.blocks(message), message, bot.channel(), bot)
                    .delivery();
        }
        Map<UUID, SlackPost.Home> homes = posts.homes(
                channel,
                message.audience(),
                bot.channel(),
                message.tellings().stream().map(Telling::episode).toList());
        Deadline deadline = Deadline.in(LONGEST);
        Delivery last = new Delivery.Delivered("Slack has it already.");
        for (Map.Entry<Optional<SlackPost.Home>, Message> part :
                parts(message, homes).entrySet()) {
            if (deadline.passed()) {
                return Delivery.RetryLater.soon("Slack is slow; the rest follows.");
            }
            last = part.getKey().isPresent()
                    ? reply(part.getValue(), part.getKey().get(), bot, channel)
                    : begin(part.getValue(), homes.keySet(), bot, channel);
            if (!(last instanceof Delivery.Delivered)) {
                return last;
            }
        }
        return last;
    }

    private static Map<Optional<SlackPost.Home>, Message> parts(Message message, Map<UUID, SlackPost.Home> homes) {
        List<Telling> news = message.tellings().stream().filter(Telling::news).toList();
        List<Telling> lead = news.isEmpty() ? List.of(message.lead()) : news;
        Map<Long, List<Telling>> byPost = new LinkedHashMap<>();
        Map<Long, SlackPost.Home> byId = new HashMap<>();
        for (Telling telling : lead) {
            SlackPost.Home home = homes.get(telling.episode());
            if (home == null) {
                byPost.computeIfAbsent(0L, _ -> new ArrayList<>()).add(telling);
            } else if (!telling.news() || home.told() < telling.transition()) {
                byId.put(home.post(), home);
                byPost.computeIfAbsent(home.post(), _ -> new ArrayList<>()).add(telling);
            }
        }
        boolean whole = byPost.size() == 1 && byPost.values().iterator().next().size() == lead.size();
        Map<Optional<SlackPost.Home>, Message> parts = new LinkedHashMap<>();
        byPost.forEach((id, tellings) ->
                parts.put(Optional.ofNullable(byId.get(id)), whole ? message : message.only(tellings)));
        return parts;
    }

    /** @param elsewhere alerts whose news go to another message */
    private Delivery begin(Message message, Set<UUID> elsewhere, SlackSettings.Bot bot, UUID channel) {
        Map<String, Object> shown = SlackView.of(message, SlackView.states(alerts, message), bot.hears());
        Posted posted = post(shown, message, bot.channel(), bot);
        if (posted.answer() instanceof ApiAnswer.Done done && !done.text("ts").isEmpty()) {
            SlackPost post = new SlackPost(0, channel, done.text("channel"), done.text("ts"), message, posted.shown());
            List<Telling> home = message.tellings().stream()
                    .filter(telling -> !elsewhere.contains(telling.episode()))
                    .toList();
            remember(() -> posts.add(post, bot.channel(), home));
        }
        return posted.delivery();
    }

    private Delivery reply(Message message, SlackPost.Home home, SlackSettings.Bot bot, UUID channel) {
        Map<String, Object> payload = new HashMap<>(SlackMessage.blocks(message));
        payload.put("thread_ts", home.ts());
        payload.put("reply_broadcast", SlackView.isUrgent(message));
        Posted posted = post(payload, message, home.place(), bot);
        if (posted.answer() instanceof ApiAnswer.Failed failed && failed.messageGone()) {
            posts.forget(home.post());
            return Delivery.RetryLater.soon("Its thread is gone; it is posted anew: "
                    + failed.delivery().why());
        }
        if (posted.answer() instanceof ApiAnswer.Done) {
            remember(() -> posts.told(channel, message.audience(), message.tellings()));
        }
        return posted.delivery();
    }

    /** Slack has the message, and nothing that goes wrong here makes it a message to be sent again. */
    private static void remember(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "What was posted to Slack is not remembered; what follows will stand beside it.");
        }
    }

    /** @param shown what went out in the end */
    private record Posted(ApiAnswer answer, Map<String, Object> shown) {

        Delivery delivery() {
            return switch (answer) {
                case ApiAnswer.Done done -> new Delivery.Delivered(done.told());
                case ApiAnswer.Failed failed -> failed.delivery();
            };
        }
    }

    private Posted post(Map<String, Object> payload, Message message, String place, SlackSettings.Bot bot) {
        ApiAnswer answer = api.call(POST, bot.token(), with(payload, Map.of("channel", place)));
        if (!(answer instanceof ApiAnswer.Failed failed) || !failed.badPayload()) {
            return new Posted(answer, payload);
        }
        Map<String, Object> plain = new HashMap<>(SlackMessage.plain(message));
        Object thread = payload.get("thread_ts");
        if (thread != null) {
            plain.put("thread_ts", thread);
        }
        return new Posted(api.call(POST, bot.token(), with(plain, Map.of("channel", place))), plain);
    }

    static Map<String, Object> with(Map<String, Object> payload, Map<String, Object> more) {
        Map<String, Object> both = new HashMap<>(payload);
        both.putAll(more);
        return both;
    }
}
