package io.bellwether.notify;

import io.bellwether.core.alert.routing.GroupNews.Standing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one message of what there is to tell to a mailbox. */
@Singleton
class Packer {

    /** After so many failures in a row each group goes alone, so that one bad message does not hold up the others. */
    private static final int GO_ALONE = 5;

    private final AlertGroups groups;
    private final GroupLooker looker;
    private final Wording wording;
    private final ChannelKinds kinds;

    Packer(AlertGroups groups, GroupLooker looker, Wording wording, ChannelKinds kinds) {
        this.groups = groups;
        this.looker = looker;
        this.wording = wording;
        this.kinds = kinds;
    }

    /** Empty when there is nothing to tell now; what is told is marked so. */
    Optional<Parcel> pack(Mailbox mailbox, Instant now) {
        List<Looked> told = together(mailbox, groups.due(mailbox.id(), now)).stream()
                .map(group -> looker.look(mailbox, group, now))
                .filter(Looked::worthTelling)
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, Standing> standings = new LinkedHashMap<>();
        told.forEach(looked -> standings.put(looked.group().id(), looked.look().standing()));
        return Optional.of(new Parcel(wording.message(mailbox, told), standings));
    }

    /** What became due while the mailbox could take nothing goes together, unless each group is to have its own message. */
    private List<AlertGroup> together(Mailbox mailbox, List<AlertGroup> due) {
        boolean alone = !kinds.gathers(mailbox.target().kind()) || mailbox.failures() >= GO_ALONE;
        List<AlertGroup> late = due.stream()
                .filter(group -> !alone && !group.alone() && !group.nextLook().isAfter(mailbox.freeAt()))
                .toList();
        return late.isEmpty() ? due.subList(0, Math.min(1, due.size())) : late;
    }
}
