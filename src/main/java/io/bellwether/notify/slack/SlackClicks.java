package io.bellwether.notify.slack;

import io.bellwether.notify.HttpPost;
import io.bellwether.notify.person.People;
import io.bellwether.platform.Json;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Does what presses of buttons ask for, and tells who pressed what came of it. */
@Singleton
class SlackClicks {

    private static final Logger LOG = Logger.getLogger(SlackClicks.class);

    private final SlackPosts posts;
    private final SigningSecrets secrets;
    private final SlackDeeds deeds;
    private final People people;
    private final HttpPost post;
    private final Json json;
    private final Jdbi jdbi;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SlackClicks(
            SlackPosts posts,
            SigningSecrets secrets,
            SlackDeeds deeds,
            People people,
            HttpPost post,
            Json json,
            Jdbi jdbi) {
        this.posts = posts;
        this.secrets = secrets;
        this.deeds = deeds;
        this.people = people;
        this.post = post;
        this.json = json;
        this.jdbi = jdbi;
    }

    /**
     * Returns at once.
     *
     * @param body whose signature is right
     * @param secret it was signed with
     */
    void take(byte[] body, String secret) {
        threads.execute(() -> {
            try {
                Click.of(new String(body, StandardCharsets.UTF_8), json)
                        .filter(_ -> isFirst(body))
                        .ifPresent(click -> answer(click, done(click, secret)));
            } catch (RuntimeException e) {
                LOG.errorf(e, "A press of a button in Slack came to nothing.");
            }
        });
    }

    /** In words. */
    private String done(Click click, String secret) {
        Optional<String> person = people.bySlackUser(click.user());
        if (person.isEmpty()) {
            return "Bellwether does not know you, so you cannot do this. Somebody with the role OWNER can make you known:"
                    + " PUT /api/v1/people/<your e-mail address> with {\"slackUser\": \"" + click.user() + "\"}.";
        }
        List<UUID> told = posts.toldBy(secrets.channels(secret), click.alerts());
        return told.isEmpty()
                ? "Bellwether does not know this alert any more."
                : deeds.done(click.action(), told, person.get());
    }

    private void answer(Click click, String text) {
        Map<String, Object> body = Map.of(
                "response_type",
                "ephemeral",
                "replace_original",
                false,
                "text",
                SlackText.escaped(text, SlackMessage.LONGEST_SECTION));
        post.json(click.answers(), json.write(body), Map.of());
    }

    /** The same request twice is one press. */
    private boolean isFirst(byte[] body) {
        return jdbi.withHandle(handle ->
                        handle.execute("INSERT INTO slack_click (hash) VALUES (?) ON CONFLICT DO NOTHING", hash(body)))
                == 1;
    }

    private static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
