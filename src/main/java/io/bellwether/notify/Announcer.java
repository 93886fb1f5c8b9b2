package io.bellwether.notify;

import io.bellwether.alert.AlertTransition;
import io.bellwether.core.alert.routing.Branch;
import io.bellwether.vendor.Vendor;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Decides who is told what about transitions. */
@Singleton
class Announcer {

    private static final String ABOUT_ITSELF = "A broken channel is not told through itself.";

    private final Routing routing;
    private final Addressees addressees;
    private final ChannelKinds kinds;
    private final Composer composer;
    private final Drafts drafts;
    private final Event<AlertsBegan> began;

    Announcer(
            Routing routing,
            Addressees addressees,
            ChannelKinds kinds,
            Composer composer,
            Drafts drafts,
            Event<AlertsBegan> began) {
        this.routing = routing;
        this.addressees = addressees;
        this.kinds = kinds;
        this.composer = composer;
        this.drafts = drafts;
        this.began = began;
    }

    /** A transition and the vendor whose alert it is. */
    record News(AlertTransition transition, Vendor vendor) {

        Posting.Key key() {
            return new Posting.Key(transition.episodeId(), transition.transition());
        }

        boolean begins() {
            return Happening.valueOf(transition.kind()) == Happening.FIRING;
        }
    }

    /**
     * @param all in the order in which they happened
     * @return the mailboxes that are to hear of each; nothing of a transition that nobody is to hear of
     */
    Map<Posting.Key, Set<Long>> announce(List<News> all) {
        Routing.Plan plan = routing.plan();
        Map<Posting.Key, Set<Long>> routed = new HashMap<>(drafts.add(all.stream()
                .filter(News::begins)
                .flatMap(news -> begin(news, plan).stream())
                .toList()));
        Map<UUID, List<Drafts.Begun>> begun = drafts.begun(all.stream()
                .filter(news -> !news.begins())
                .map(news -> news.transition().episodeId())
                .distinct()
                .toList());
        routed.putAll(drafts.add(all.stream()
                .filter(news -> !news.begins())
                .flatMap(news ->
                        follow(news, begun.getOrDefault(news.transition().episodeId(), List.of())).stream())
                .toList()));
        began.fire(new AlertsBegan(
                all.stream().filter(News::begins).map(News::transition).toList()));
        return routed;
    }

    private List<Draft> begin(News news, Routing.Plan plan) {
        Map<String, String> labels = news.transition().labels();
        Telling telling = composer.compose(news.transition(), news.vendor());
        List<Draft> begins = new ArrayList<>();
        for (Branch branch : plan.tree().match(labels)) {
            Draft.Group group = new Draft.Group(
                    branch.groupKey(labels),
                    branch.receiver(),
                    branch.grouping().groupOf(labels),
                    branch.timing());
            for (ChannelRow channel : plan.channels(branch.receiver())) {
                Draft.Group own = kinds.group(channel.kind, group, telling.episode());
                for (Receiver receiver : addressees.of(channel, news.vendor())) {
                    Receiver to = telling.tellsOfBroken(channel.id) ? receiver.suppressed(ABOUT_ITSELF) : receiver;
                    begins.add(new Draft(telling, to, own, false));
                }
            }
        }
        return begins;
    }

    /** Later news go to those who were to know of the begin, and only to them. */
    private List<Draft> follow(News news, List<Drafts.Begun> begun) {
        Telling telling = composer.compose(news.transition(), news.vendor());
        return begun.stream().map(begin -> begin.followed(telling)).toList();
    }
}
