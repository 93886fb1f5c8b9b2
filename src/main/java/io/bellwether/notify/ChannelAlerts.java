package io.bellwether.notify;

import io.bellwether.alert.InternalAlert;
import io.bellwether.alert.InternalAlerts;
import io.bellwether.alert.InternalRule;
import io.bellwether.core.language.PlainText;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Says of channels that they are broken or mended: in their table, and in alerts about Bellwether itself. */
@Singleton
class ChannelAlerts {

    private static final int LONGEST = 500;

    private final Jdbi jdbi;
    private final InternalAlerts alerts;

    ChannelAlerts(Jdbi jdbi, InternalAlerts alerts) {
        this.jdbi = jdbi;
        this.alerts = alerts;
    }

    /** @param why what the provider said, without secrets */
    void broken(UUID channel, String why) {
        Optional<InternalAlert> news = jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE channel SET broken_reason = :why
                         WHERE id = :id AND removed_at IS NULL AND broken_reason IS DISTINCT FROM :why
                        RETURNING name, fallback_id IS NOT NULL AS has_fallback""")
                .bind("why", why)
                .bind("id", channel)
                .map((row, _) -> alert(
                        channel,
                        row.getString("name"),
                        why,
                        row.getBoolean("has_fallback")
                                ? "Until it is mended its fallback tells what it was to tell."
                                : "Until it is mended what it was to tell is given up."))
                .findOne());
        news.ifPresent(alerts::raise);
    }

    /** What the channel was to tell its fallback could not tell either; while it is broken, its alert says so. */
    void fallbackFails(UUID channel, String why) {
        Optional<InternalAlert> worse = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT name, broken_reason FROM channel WHERE id = :id AND broken_reason IS NOT NULL")
                .bind("id", channel)
                .map((row, _) -> alert(channel, row.getString("name"), row.getString("broken_reason"), why))
                .findOne());
        worse.ifPresent(alerts::raise);
    }

    /** The provider took something. */
    void works(UUID channel) {
        Optional<String> mended = jdbi.withHandle(handle ->
                handle.createQuery("""
                        UPDATE channel SET broken_reason = NULL WHERE id = :id AND broken_reason IS NOT NULL
                        RETURNING name""").bind("id", channel).mapTo(String.class).findOne());
        mended.ifPresent(name -> over(channel, "The channel '" + name + "' works again."));
    }

    /** What was wrong with it does not count any more. */
    void over(UUID channel, String why) {
        alerts.clear(InternalRule.CHANNEL_BROKEN, channel.toString(), why);
    }

    private static InternalAlert alert(UUID channel, String name, String why, String meanwhile) {
        return InternalAlert.of(
                InternalRule.CHANNEL_BROKEN,
                channel.toString(),
                name,
                "The channel '" + name + "' is broken: " + PlainText.line(why, LONGEST) + " " + meanwhile);
    }
}
