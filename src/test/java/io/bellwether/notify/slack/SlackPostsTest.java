package io.bellwether.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Voices;
import io.bellwether.notify.Audience;
import io.bellwether.notify.Channels;
import io.bellwether.notify.Message;
import io.bellwether.notify.Messages;
import io.bellwether.notify.NewChannel;
import io.bellwether.notify.Telling;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered of messages in Slack. */
@QuarkusTest
class SlackPostsTest {

    private static final Message MESSAGE = Messages.of(2, "Acme: down", new Voices("technical", "business"));
    private static final Telling FIRES = MESSAGE.tellings().getFirst();
    private static final Telling OVER = MESSAGE.tellings().getLast();

    private final SlackPosts posts;
    private final Channels channels;
    private final VendorRegister vendors;
    private final Jdbi jdbi;
    private final String place = "C" + UUID.randomUUID();

    private UUID channel;

    SlackPostsTest(SlackPosts posts, Channels channels, VendorRegister vendors, Jdbi jdbi) {
        this.posts = posts;
        this.channels = channels;
        this.vendors = vendors;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void twoMessagesOfLongAgo() {
        channel = channels.create(new NewChannel(
                        "slack",
                        place,
                        Map.of("botToken", "xoxb-token-of-the-bot", "channel", place),
                        null,
                        null,
                        null))
                .id();
        posted(FIRES, "FIRING");
        posted(OVER, "RESOLVED");
    }

    @AfterEach
    void nothingIsLeft() {
        channels.remove(channel, null);
        for (Telling telling : MESSAGE.tellings()) {
            jdbi.useHandle(handle -> handle.execute("DELETE FROM alert_episode WHERE id = ?", telling.episode()));
        }
    }

    @Test
    void anOldMessageIsRememberedAsLongAsAnAlertOfItFires() {
        posts.cleanUp();

        assertThat(known()).containsOnly(FIRES.episode());
    }

    private void posted(Telling telling, String condition) {
        UUID vendor =
                vendors.create(NewVendor.named("Acme " + UUID.randomUUID())).id();
        SlackPost post = new SlackPost(0, channel, place, "1.0", MESSAGE.only(List.of(telling)), Map.of());
        posts.add(post, place, List.of(telling));
        jdbi.useHandle(handle -> {
            handle.execute(
                    "UPDATE slack_post SET posted_at = now() - interval '91 days', refresh_at = NULL WHERE place = ?",
                    place);
            handle.execute("""
                    INSERT INTO alert_episode (id, rule, vendor_id, sub_key, fingerprint, dimension, severity, condition,
                                               handling, started_at, fired_at, last_event_at)
                    VALUES (?, 'vendor-down', ?, ?, '', 'UPTIME', 'WARNING', ?, 'NEW', now(), now(), now())""", telling.episode(), vendor, place, condition);
        });
    }

    private Set<UUID> known() {
        return posts.homes(channel, Audience.BOTH, place, List.of(FIRES.episode(), OVER.episode()))
                .keySet();
    }
}
