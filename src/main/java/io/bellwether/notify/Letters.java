package io.bellwether.notify;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.routing.Timing;
import io.bellwether.core.language.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Mail to people that is about many alerts. It takes the way of every message, and is in the ledger like every message. */
@ApplicationScoped
public class Letters {

    private static final String UNSUBSCRIBE = "unsubscribe";
    private static final String RULE = "digest";
    private static final int ONLY_TRANSITION = 1;
    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_TEXT = 30_000;
    private static final Timing ONCE = new Timing(Duration.ZERO, Duration.ofSeconds(1), Duration.ofDays(1));

    private final PeopleMail mail;
    private final Drafts drafts;
    private final Jdbi jdbi;

    Letters(PeopleMail mail, Drafts drafts, Jdbi jdbi) {
        this.mail = mail;
        this.drafts = drafts;
        this.jdbi = jdbi;
    }

    /**
     * A letter.
     *
     * @param id stands in the ledger where messages have their alert; one letter of an id is sent once
     * @param series letters of one series wait for each other
     * @param unsubscribe what is posted to by who does not want more of the series
     * @param at when it was due
     */
    public record Letter(
            UUID id,
            String series,
            String email,
            Audience audience,
            ZoneId zone,
            String title,
            Voices text,
            URI link,
            URI unsubscribe,
            Instant at) {}

    /** Where to post that one does not want more of these; empty for a message nobody has subscribed to. */
    public static Optional<String> unsubscribe(Message message) {
        return Optional.of(message.lead())
                .filter(lead -> lead.happening() == Happening.DIGEST)
                .map(lead -> lead.facts().get(UNSUBSCRIBE))
                .map(Object::toString);
    }

    /** Whether a person can be written to. */
    public boolean reachesPeople() {
        return mail.channel().isPresent();
    }

    /** Makes the intent in the running transaction; false when there is no channel for it. */
    @Transactional(TxType.MANDATORY)
    public boolean post(Letter letter) {
        Optional<Receiver> receiver = mail.channel()
                .map(channel -> Receiver.address(channel, letter.email(), letter.audience(), letter.zone()));
        receiver.ifPresent(to -> {
            Draft.Group group = new Draft.Group(RULE + " " + letter.series(), RULE, Map.of(), ONCE, true);
            drafts.add(List.of(new Draft(telling(letter), to, group, true)));
        });
        return receiver.isPresent();
    }

    /** Takes back what is not on its way yet, in the running transaction; false when it is. */
    @Transactional(TxType.MANDATORY)
    public boolean recall(UUID id, String why) {
        return jdbi.withHandle(handle -> {
            List<Long> _ =
                    handle.createQuery("""
                            SELECT mailbox.id FROM mailbox JOIN intent ON intent.mailbox_id = mailbox.id
                             WHERE episode_id = :id FOR UPDATE OF mailbox""").bind("id", id).mapTo(Long.class).list();
            return handle.createUpdate("""
                            UPDATE intent SET state = 'COALESCED', reason = :why, held = NULL, finished_at = now()
                             WHERE episode_id = :id AND state = 'WAITING'""").bind("why", why).bind("id", id).execute() > 0;
        });
    }

    private static Telling telling(Letter letter) {
        return new Telling(
                letter.id(),
                ONLY_TRANSITION,
                Happening.DIGEST,
                Severity.INFO,
                "your vendors",
                "",
                RULE,
                PlainText.line(letter.title(), LONGEST_TITLE),
                new Voices(
                        PlainText.of(letter.text().it(), LONGEST_TEXT),
                        PlainText.of(letter.text().marketing(), LONGEST_TEXT)),
                Map.of(UNSUBSCRIBE, letter.unsubscribe().toString()),
                letter.link(),
                letter.at(),
                true);
    }
}
