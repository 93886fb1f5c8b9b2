package io.bellwether.notify;

import static java.util.stream.Collectors.joining;

import io.bellwether.core.alert.routing.Fate;
import io.bellwether.core.alert.routing.GroupNews;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts a message together from what was worded when the alerts changed. */
@Singleton
class Wording {

    /** How many alerts that still fire are told of again beside the news; the others are counted. */
    private static final int MOST_TOLD_AGAIN = 20;

    private static final Comparator<Telling> WEIGHTIEST_FIRST = Comparator.<Telling, Boolean>comparing(
                    telling -> telling.happening().over())
            .thenComparing(Telling::severity)
            .thenComparing(Telling::at);

    private final Notices notices;

    Wording(Notices notices) {
        this.notices = notices;
    }

    /** @param groups at least one, of each of which there is something to tell */
    Message message(Mailbox mailbox, List<Looked> groups) {
        List<Intent> news =
                groups.stream().flatMap(looked -> looked.told().stream()).toList();
        Set<String> firing = stillFiring(groups, news);
        List<UUID> again =
                firing.stream().limit(MOST_TOLD_AGAIN).map(UUID::fromString).toList();
        List<Telling> tellings = new ArrayList<>(news(groups, news));
        notices.lastTold(mailbox.id(), again).stream()
                .map(Telling::again)
                .sorted(WEIGHTIEST_FIRST)
                .forEach(tellings::add);
        return new Message(
                MessageKey.of(mailbox.id(), news, groups),
                mailbox.target().lens(),
                mailbox.zone(),
                reason(groups),
                tellings,
                firing.size() - again.size(),
                false);
    }

    private List<Telling> news(List<Looked> groups, List<Intent> news) {
        List<UUID> ids = news.stream().map(Intent::id).toList();
        Map<UUID, Telling> worded = notices.of(ids);
        Map<UUID, String> insteadOf = notices.insteadOf(ids);
        return groups.stream()
                .flatMap(looked -> looked.told().stream().map(intent -> {
                    Telling telling = Objects.requireNonNull(worded.get(intent.id()));
                    boolean both = looked.fate(intent) == Fate.TELL_BOTH;
                    Telling whole = both ? telling.joinedWith(notices.begin(intent.episode())) : telling;
                    String broken = insteadOf.get(intent.id());
                    return broken == null ? whole : whole.insteadOf(broken);
                }))
                .sorted(WEIGHTIEST_FIRST)
                .toList();
    }

    private static Set<String> stillFiring(List<Looked> groups, List<Intent> news) {
        Set<String> firing = new TreeSet<>();
        groups.forEach(looked -> firing.addAll(looked.look().standing().firing().keySet()));
        news.forEach(intent -> firing.remove(intent.episode().toString()));
        return firing;
    }

    private static String reason(List<Looked> groups) {
        Stream<String> reasons = groups.stream()
                .flatMap(looked -> looked.look().reason().stream())
                .map(Wording::spoken);
        Stream<String> holds = groups.stream()
                .flatMap(looked -> looked.told().stream())
                .map(Intent::held)
                .filter(Objects::nonNull)
                .map(held -> "held back until now: " + held);
        return Stream.concat(reasons, holds).distinct().collect(joining("; "));
    }

    private static String spoken(GroupNews.Reason reason) {
        return switch (reason) {
            case FIRST -> "first notification";
            case NEW_ALERTS -> "new alerts";
            case ALL_RESOLVED -> "all resolved";
            case SOME_RESOLVED -> "some resolved";
            case SEVERITY_CHANGED -> "severity changed";
            case REPEAT -> "repeat";
            case REMINDER -> "nobody takes care of it any more";
            case STABILITY -> "it comes and goes, or does so no more";
            case DIGEST -> "digest";
            case PASSED -> "began and ended while you could not be reached";
        };
    }
}
