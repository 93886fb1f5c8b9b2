package io.bellwether.notify;

import io.bellwether.alert.AlertTransition;
import io.bellwether.core.Lens;
import io.bellwether.core.alert.escalation.Target;
import io.bellwether.core.alert.routing.Timing;
import io.bellwether.vendor.Vendor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells somebody of an alert whom the routes do not lead to, or tells him again. */
@ApplicationScoped
public class Callouts {

    private static final Timing AT_ONCE = new Timing(Duration.ZERO, Duration.ofSeconds(1), Duration.ofDays(1));
    private static final String RECEIVER = "escalation";

    private final ChannelRow.Repository channels;
    private final PeopleMail mail;
    private final Concerned vendors;
    private final Addressees addressees;
    private final Composer composer;
    private final Drafts drafts;

    Callouts(
            ChannelRow.Repository channels,
            PeopleMail mail,
            Concerned vendors,
            Addressees addressees,
            Composer composer,
            Drafts drafts) {
        this.channels = channels;
        this.mail = mail;
        this.vendors = vendors;
        this.addressees = addressees;
        this.composer = composer;
        this.drafts = drafts;
    }

    private record Found(List<Receiver> receivers, String words) {

        static Found nobody(String why) {
            return new Found(List.of(), "nobody: " + why);
        }
    }

    /** Whether there is an enabled channel of this name; until the end of the transaction nobody takes it away. */
    @Transactional(TxType.MANDATORY)
    public boolean reaches(String channel) {
        channels.lockUses();
        return channel(channel).isPresent();
    }

    /** Whether a person can be written to. */
    public boolean reachesPeople() {
        return mail.channel().isPresent();
    }

    /**
     * Makes an intent for each who is behind the target by now.
     *
     * @param cause why, for the ledger and for the title
     * @return who is told, for people
     */
    @Transactional(TxType.MANDATORY)
    public String tell(AlertTransition transition, Target to, String cause) {
        Vendor vendor = vendors.require(transition.vendorId());
        Found found = receivers(to, vendor);
        Telling telling = composer.compose(transition, vendor)
                .because(Character.toUpperCase(cause.charAt(0)) + cause.substring(1));
        Map<Receiver.Key, Draft.Group> told = told(transition.episodeId());
        Draft.Group own =
                new Draft.Group(RECEIVER + " " + transition.episodeId(), RECEIVER, transition.labels(), AT_ONCE);
        drafts.add(found.receivers.stream()
                .map(receiver ->
                        new Draft(telling, receiver, told.getOrDefault(receiver.key(), own), false, cause, null))
                .toList());
        return found.words;
    }

    /** Who knows of the alert hears of it where he has heard of it before, and so of its end. */
    private Map<Receiver.Key, Draft.Group> told(UUID episode) {
        return drafts.begun(List.of(episode)).getOrDefault(episode, List.of()).stream()
                .collect(Collectors.toMap(begun -> begun.receiver().key(), Drafts.Begun::group, (first, _) -> first));
    }

    private Found receivers(Target to, Vendor vendor) {
        return switch (to) {
            case Target.Place(String name) ->
                channel(name)
                        .map(channel -> new Found(addressees.of(channel, vendor), to.words()))
                        .orElseGet(() -> Found.nobody("there is no enabled channel '" + name + "'"));
            case Target.Person(String email) ->
                byMail(channel -> List.of(Addressees.person(channel, email, vendor)))
                        .map(receivers -> new Found(receivers, to.words()))
                        .orElseGet(() -> Found.nobody(PeopleMail.NONE));
            case Target.Owner(Lens lens) ->
                byMail(channel -> Addressees.owners(channel, Audience.of(lens), vendor))
                        .map(receivers -> new Found(receivers, words(to, receivers.getFirst())))
                        .orElseGet(() -> Found.nobody(PeopleMail.NONE));
        };
    }

    private Optional<List<Receiver>> byMail(Function<UUID, List<Receiver>> receivers) {
        return mail.channel().map(receivers);
    }

    private static String words(Target to, Receiver receiver) {
        return receiver.suppressed() == null
                ? to.words() + " " + receiver.address()
                : "nobody: " + receiver.suppressed();
    }

    private Optional<ChannelRow> channel(String name) {
        return channels.enabled().stream()
                .filter(channel -> channel.name.equals(name))
                .findFirst();
    }
}
