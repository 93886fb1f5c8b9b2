package io.bellwether.notify.slack;

import static java.util.stream.Collectors.toMap;

import io.bellwether.notify.Audience;
import io.bellwether.notify.Message;
import io.bellwether.notify.Telling;
import io.bellwether.platform.Json;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The tables {@code slack_post} and {@code slack_post_alert}: which message in Slack tells of which alert. */
@Singleton
class SlackPosts {

    static final String KIND = "slack";

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Jdbi jdbi;
    private final Json json;

    SlackPosts(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** A post that may be out of date, and which this node may change until its lease ends. */
    record Stale(SlackPost post, Map<String, Object> settings, String lease) {}

    /** @param wanted the place as the settings name it: posts to another are none of ours any more */
    Map<UUID, SlackPost.Home> homes(UUID channel, Audience lens, String wanted, Collection<UUID> alerts) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT a.episode_id, a.told, p.id, p.place, p.ts
                          FROM slack_post_alert a JOIN slack_post p ON p.id = a.post_id
                         WHERE a.channel_id = :channel AND a.lens = :lens AND a.episode_id = ANY(:alerts)
                           AND p.wanted = :wanted""")
                .bind("channel", channel)
                .bind("lens", lens.name())
                .bind("wanted", wanted)
                .bindArray("alerts", UUID.class, alerts)
                .collectRows(toMap(
                        row -> row.getColumn("episode_id", UUID.class),
                        row -> new SlackPost.Home(
                                row.getColumn("id", Long.class),
                                row.getColumn("place", String.class),
                                row.getColumn("ts", String.class),
                                row.getColumn("told", Integer.class)))));
    }

    /**
     * Whatever changed while it was posted is looked at at once.
     *
     * @param home those of its alerts whose news go here from now on
     */
    void add(SlackPost post, String wanted, List<Telling> home) {
        Message message = post.message();
        jdbi.useTransaction(handle -> {
            long id = handle.createQuery("""
                            INSERT INTO slack_post (channel_id, lens, wanted, place, ts, message, shown, refresh_at)
                            VALUES (:channel, :lens, :wanted, :place, :ts, :message::jsonb, :shown::jsonb, now())
                            RETURNING id""")
                    .bind("channel", post.channel())
                    .bind("lens", message.audience().name())
                    .bind("wanted", wanted)
                    .bind("place", post.place())
                    .bind("ts", post.ts())
                    .bind("message", json.write(message))
                    .bind("shown", json.write(post.shown()))
                    .mapTo(long.class)
                    .one();
            for (Telling telling : home) {
                handle.execute(
                        """
                        INSERT INTO slack_post_alert (channel_id, lens, episode_id, post_id, told) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (channel_id, lens, episode_id) DO UPDATE SET post_id = excluded.post_id, told = excluded.told""", post.channel(), message.audience().name(), telling.episode(), id, telling.transition());
            }
        });
    }

    /** Slack has these changes of the alerts. */
    void told(UUID channel, Audience lens, List<Telling> tellings) {
        jdbi.useTransaction(handle -> tellings.forEach(
                telling -> handle.execute("""
                UPDATE slack_post_alert SET told = greatest(told, ?)
                 WHERE channel_id = ? AND lens = ? AND episode_id = ?""", telling.transition(), channel, lens.name(), telling.episode())));
    }

    /** Somebody deleted it in Slack. */
    void forget(long post) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM slack_post WHERE id = ?", post));
    }

    /** What Slack shows of these alerts may be out of date. In a fixed order, for a post tells several alerts. */
    void stale(Collection<UUID> alerts) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        UPDATE slack_post SET refresh_at = now()
                         WHERE id IN (SELECT id FROM slack_post
                                       WHERE id IN (SELECT post_id FROM slack_post_alert WHERE episode_id = ANY(:alerts))
                                       ORDER BY id FOR UPDATE)""").bindArray("alerts", UUID.class, alerts).execute());
    }

    /** The post that has been out of date longest, of a channel that may send. */
    Optional<Stale> nextStale() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE slack_post SET refresh_at = now() + :lease * interval '1 second'
                          FROM (SELECT p.id, c.settings FROM slack_post p JOIN channel c ON c.id = p.channel_id
                                   AND c.enabled AND c.removed_at IS NULL
                                   AND (c.paused_until IS NULL OR c.paused_until <= now())
                                 WHERE p.refresh_at <= now()
                                 ORDER BY p.refresh_at LIMIT 1 FOR UPDATE OF p SKIP LOCKED) AS due
                         WHERE slack_post.id = due.id
                        RETURNING slack_post.id, channel_id, place, ts, message::text AS message, shown::text AS shown,
                                  due.settings::text AS settings, refresh_at::text AS lease""")
                .bind("lease", LEASE.toSeconds())
                .map((row, _) -> new Stale(
                        new SlackPost(
                                row.getLong("id"),
                                row.getObject("channel_id", UUID.class),
                                row.getString("place"),
                                row.getString("ts"),
                                json.read(row.getString("message"), Message.class),
                                json.map(row.getString("shown"))),
                        json.map(row.getString("settings")),
                        row.getString("lease")))
                .findOne());
    }

    /** Slack shows it now, unless it has become stale again meanwhile. */
    void fresh(Stale stale, Map<String, Object> shown) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE slack_post SET shown = :shown::jsonb,
                               refresh_at = CASE WHEN refresh_at = :lease::timestamptz THEN NULL ELSE refresh_at END
                         WHERE id = :id""")
                .bind("shown", json.write(shown))
                .bind("lease", stale.lease())
                .bind("id", stale.post().id())
                .execute());
    }

    void again(Stale stale, Duration wait) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE slack_post SET refresh_at = now() + :wait * interval '1 millisecond' WHERE id = :id")
                .bind("wait", wait.toMillis())
                .bind("id", stale.post().id())
                .execute());
    }

    /** Of these alerts those that one of the channels has told of. */
    List<UUID> toldBy(Collection<UUID> channels, Collection<UUID> alerts) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT episode_id FROM slack_post_alert
                         WHERE channel_id = ANY(:channels) AND episode_id = ANY(:alerts)""")
                .bindArray("channels", UUID.class, channels)
                .bindArray("alerts", UUID.class, alerts)
                .mapTo(UUID.class)
                .list());
    }

    /** What is over for so long has no news, and nobody keeps up what a removed channel has told. */
    @Scheduled(identity = "slack-cleanup", cron = "0 41 3 * * ?")
    void cleanUp() {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    DELETE FROM slack_post WHERE (posted_at < now() - INTERVAL '90 days'
                           AND NOT EXISTS (SELECT FROM slack_post_alert JOIN alert_episode ON alert_episode.id = episode_id
                                            WHERE post_id = slack_post.id AND condition <> 'RESOLVED'))
                        OR channel_id IN (SELECT id FROM channel WHERE removed_at IS NOT NULL)""");
            handle.execute("DELETE FROM slack_click WHERE at < now() - INTERVAL '1 day'");
        });
    }
}
