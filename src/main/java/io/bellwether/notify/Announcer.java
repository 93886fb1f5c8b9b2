package io.bellwether.notify;

import io.bellwether.alert.AlertTransition;
import io.bellwether.core.alert.routing.Branch;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decides who is told what about transitions. */
@Singleton
class Announcer {

    private final Routing routing;
    private final Addressees addressees;
    private final Composer composer;
    private final Drafts drafts;

    Announcer(Routing routing, Addressees addressees, Composer composer, Drafts drafts) {
        this.routing = routing;
        this.addressees = addressees;
        this.composer = composer;
        this.drafts = drafts;
    }

    /** A transition and the vendor whose alert it is. */
    record News(AlertTransition transition, Vendor vendor) {

        boolean begins() {
            return Happening.valueOf(transition.kind()) == Happening.FIRING;
        }
    }

    /** @param all in the order in which they happened */
    void announce(List<News> all) {
        Routing.Plan plan = routing.plan();
        drafts.add(all.stream()
                .filter(News::begins)
                .flatMap(news -> begin(news, plan).stream())
                .toList());
        Map<UUID, List<Drafts.Begun>> begun = drafts.begun(all.stream()
                .filter(news -> !news.begins())
                .map(news -> news.transition().episodeId())
                .distinct()
                .toList());
        drafts.add(all.stream()
                .filter(news -> !news.begins())
                .flatMap(news ->
                        follow(news, begun.getOrDefault(news.transition().episodeId(), List.of())).stream())
                .toList());
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
                for (Receiver receiver : addressees.of(channel, news.vendor())) {
                    begins.add(new Draft(telling, receiver, group, false));
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
