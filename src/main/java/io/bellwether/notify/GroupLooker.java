package io.bellwether.notify;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.bellwether.alert.Alerts;
import io.bellwether.alert.silence.Silences;
import io.bellwether.core.alert.routing.Fate;
import io.bellwether.core.alert.routing.GroupLook;
import io.bellwether.core.alert.routing.Hold;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at a group and writes down what becomes of its news. */
@Singleton
class GroupLooker {

    /** How often a mute without an end of its own is looked at. */
    private static final Duration UNTIL_NEXT_LOOK = Duration.ofSeconds(10);

    private static final String BRIEF = "A brief interruption: over before it was to be told. The digest has it.";
    private static final String MUTED = "Over before anybody was to be told of it.";
    private static final String COALESCED = "Later news of the same alert tells this too.";

    private final AlertGroups groups;
    private final Intents intents;
    private final Holds holds;
    private final Alerts alerts;
    private final Silences silences;

    GroupLooker(AlertGroups groups, Intents intents, Holds holds, Alerts alerts, Silences silences) {
        this.groups = groups;
        this.intents = intents;
        this.holds = holds;
        this.alerts = alerts;
        this.silences = silences;
    }

    Looked look(Mailbox mailbox, AlertGroup group, Instant now) {
        List<Intent> waiting = intents.waiting(group.id());
        Held held = holds.of(mailbox, alerts(group, waiting), now);
        GroupLook look = GroupLook.at(
                waiting.stream().map(Intent::news).toList(),
                group.told(),
                new GroupLook.Scene(held.holds(), held.handled(), group.repeat(), now));
        Looked looked = new Looked(group, waiting, look);
        settle(looked, held);
        groups.looked(group, next(group, look, held, now));
        return looked;
    }

    private static Set<UUID> alerts(AlertGroup group, List<Intent> waiting) {
        Set<UUID> alerts = waiting.stream().map(Intent::episode).collect(toSet());
        if (group.told() != null) {
            group.told().standing().firing().keySet().forEach(alert -> alerts.add(UUID.fromString(alert)));
        }
        return alerts;
    }

    private void settle(Looked looked, Held held) {
        Map<Fate, List<Intent>> byFate = looked.waiting().stream().collect(groupingBy(looked::fate));
        byFate.forEach((fate, those) -> {
            List<UUID> ids = those.stream().map(Intent::id).toList();
            switch (fate) {
                case TELL, TELL_BOTH -> intents.send(ids);
                case COALESCED -> intents.finish(ids, IntentState.COALESCED, COALESCED);
                case BRIEF -> {
                    intents.finish(ids, IntentState.SUPPRESSED, BRIEF);
                    alerts.passed(episodes(those));
                }
                case MUTED -> intents.finish(ids, IntentState.SUPPRESSED, MUTED);
                case HELD -> hold(those, held);
            }
        });
    }

    private void hold(List<Intent> those, Held held) {
        Map<Held.Why, List<Intent>> byReason = those.stream()
                .collect(groupingBy(intent ->
                        Objects.requireNonNull(held.whys().get(intent.episode().toString()))));
        byReason.forEach(this::hold);
    }

    private void hold(Held.Why why, List<Intent> those) {
        List<UUID> ids = those.stream().map(Intent::id).toList();
        intents.hold(ids, why.text(), why.hold() == Hold.DEFERRED, why.until());
        why.silence()
                .ifPresent(silence -> those.stream()
                        .filter(intent -> intent.held() == null)
                        .forEach(intent -> silences.muted(silence, intent.episode())));
    }

    private static Set<UUID> episodes(List<Intent> those) {
        return those.stream().map(Intent::episode).collect(toSet());
    }

    /** Null when there is nothing to look at until news comes. */
    private static @Nullable Instant next(AlertGroup group, GroupLook look, Held held, Instant now) {
        Optional<Instant> repeat = repeat(group, look, now);
        if (!look.fates().containsValue(Fate.HELD)) {
            return repeat.orElse(null);
        }
        Instant free = held.end().orElse(now.plus(UNTIL_NEXT_LOOK));
        return repeat.filter(time -> time.isBefore(free)).orElse(free);
    }

    private static Optional<Instant> repeat(AlertGroup group, GroupLook look, Instant now) {
        if (group.told() == null || look.standing().firing().isEmpty()) {
            return Optional.empty();
        }
        Instant due = group.told().at().plus(group.repeat());
        return Optional.of(group.lookAfter((due.isAfter(now) ? due : now).plusMillis(1)));
    }
}
