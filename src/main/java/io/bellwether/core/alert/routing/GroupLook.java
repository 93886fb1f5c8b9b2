package io.bellwether.core.alert.routing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.routing.GroupNews.Reason;
import io.bellwether.core.alert.routing.GroupNews.Standing;
import io.bellwether.core.alert.routing.GroupNews.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a group of alerts comes to.
 *
 * @param reason why the receiver is told now; empty when he is not
 * @param standing what he knows once he has been told
 * @param fates what becomes of each news, by its number
 */
public record GroupLook(Optional<Reason> reason, Standing standing, Map<Long, Fate> fates) {

    public GroupLook {
        fates = Map.copyOf(fates);
    }

    /**
     * The circumstances of a look.
     *
     * @param holds which alerts are not to be told, and why
     * @param handled alerts that somebody takes care of: nobody is told of them again and again
     * @param repeat after which time an unchanged group is told of again
     */
    public record Scene(Map<String, Hold> holds, Set<String> handled, Duration repeat, Instant now) {

        public Scene {
            holds = Map.copyOf(holds);
            handled = Set.copyOf(handled);
        }
    }

    /**
     * Looks.
     *
     * @param waiting all that was not told yet
     * @param last null when the receiver was never told of the group
     */
    public static GroupLook at(List<News> waiting, @Nullable Told last, Scene scene) {
        Map<String, Severity> known = last == null ? Map.of() : last.standing().firing();
        Map<String, Severity> firing = new HashMap<>(known);
        Set<String> resolved = new HashSet<>();
        Map<Long, Fate> fates = new HashMap<>();
        Set<News.Kind> told = EnumSet.noneOf(News.Kind.class);
        byAlert(waiting).forEach((alert, news) -> {
            Fate fate = fate(news, known.get(alert), scene.holds.get(alert));
            News newest = news.getLast();
            news.forEach(each -> fates.put(each.number(), each.equals(newest) ? fate : older(fate)));
            if (fate == Fate.TELL) {
                told.add(newest.kind());
            }
            if (fate == Fate.TELL && newest.kind() == News.Kind.RESOLVED) {
                firing.remove(alert);
                resolved.add(alert);
            } else if (fate == Fate.TELL && newest.kind() != News.Kind.DIGEST) {
                firing.put(alert, newest.severity());
            }
        });
        Standing standing = new Standing(firing, resolved);
        return new GroupLook(reason(standing, last, fates, told, scene), standing, fates);
    }

    private static Map<String, List<News>> byAlert(List<News> waiting) {
        return waiting.stream().collect(groupingBy(News::alert, LinkedHashMap::new, toList()));
    }

    private static Optional<Reason> reason(
            Standing standing, @Nullable Told last, Map<Long, Fate> fates, Set<News.Kind> told, Scene scene) {
        Optional<Reason> reason = GroupNews.reason(standing, last, scene.repeat, scene.now)
                .filter(found -> found != Reason.REPEAT || worthRepeating(standing, scene));
        return reason.or(() -> of(fates, told));
    }

    /** What is told though it changes nothing that the receiver knows to be firing. */
    private static Optional<Reason> of(Map<Long, Fate> fates, Set<News.Kind> told) {
        if (told.contains(News.Kind.UNSTABLE) || told.contains(News.Kind.STEADY)) {
            return Optional.of(Reason.STABILITY);
        }
        if (told.contains(News.Kind.DIGEST)) {
            return Optional.of(Reason.DIGEST);
        }
        if (!told.isEmpty()) {
            return Optional.of(Reason.REMINDER);
        }
        return fates.containsValue(Fate.TELL_BOTH) ? Optional.of(Reason.PASSED) : Optional.empty();
    }

    private static boolean worthRepeating(Standing standing, Scene scene) {
        return standing.firing().keySet().stream()
                .anyMatch(alert -> !scene.holds.containsKey(alert) && !scene.handled.contains(alert));
    }

    /** @param known how severe the alert was when the receiver was last told of it; null when he never was */
    private static Fate fate(List<News> news, @Nullable Severity known, @Nullable Hold hold) {
        if (hold == Hold.DEFERRED) {
            return Fate.HELD;
        }
        News newest = news.getLast();
        if (newest.kind() == News.Kind.RESOLVED) {
            return known != null ? Fate.TELL : overUntold(news, hold);
        }
        boolean always = news.stream().anyMatch(each -> each.kind().always());
        if (!always && newest.severity() == known) {
            return Fate.COALESCED;
        }
        return hold == Hold.MUTED ? Fate.HELD : Fate.TELL;
    }

    private static Fate overUntold(List<News> news, @Nullable Hold hold) {
        if (hold == Hold.MUTED) {
            return Fate.MUTED;
        }
        return news.stream().anyMatch(News::owed) ? Fate.TELL_BOTH : Fate.BRIEF;
    }

    /** What becomes of the news before the newest of an alert. */
    private static Fate older(Fate newest) {
        return switch (newest) {
            case TELL, TELL_BOTH -> Fate.COALESCED;
            case COALESCED, BRIEF, MUTED, HELD -> newest;
        };
    }
}
