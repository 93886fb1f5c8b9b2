package io.bellwether.notify;

import io.bellwether.alert.InternalAlert;
import io.bellwether.alert.InternalAlerts;
import io.bellwether.alert.InternalRule;
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

    private record Broken(String name, boolean hasFallback) {}

    /** @param why what the provider said, without secrets */
    void broken(UUID channel, String why) {
        Optional<Broken> news = jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE channel SET broken_reason = :why
                         WHERE id = :id AND removed_at IS NULL AND broken_reason IS DISTINCT FROM :why
                        RETURNING name, fallback_id IS NOT NULL AS has_fallback""")
                .bind("why", why)
                .bind("id", channel)
                .map((row, _) -> new Broken(row.getString("name"), row.getBoolean("has_fallback")))
                .findOne());
        news.ifPresent(broken -> alerts.raise(alert(channel, broken, why)));
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

    private static InternalAlert alert(UUID channel, Broken broken, String why) {
        String meanwhile =
                broken.hasFallback ? "its fallback tells what it was to tell" : "what it was to tell is given up";
        return InternalAlert.of(
                InternalRule.CHANNEL_BROKEN,
                channel.toString(),
                broken.name,
                "The channel '" + broken.name + "' is broken: " + OneLine.of(why, LONGEST) + " Until it is mended "
                        + meanwhile + ".");
    }
}
