package io.bellwether.notify;

import io.bellwether.alert.AlertTransition;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.util.List;

/** Decides who is told what about a transition. */
@Singleton
class Announcer {

    private final Routing routing;
    private final Composer composer;
    private final Intents intents;

    Announcer(Routing routing, Composer composer, Intents intents) {
        this.routing = routing;
        this.composer = composer;
        this.intents = intents;
    }

    void announce(AlertTransition transition, Vendor vendor) {
        if (Happening.valueOf(transition.kind()) == Happening.FIRING) {
            routing.receivers(vendor).forEach(receiver -> begin(transition, vendor, receiver));
            return;
        }
        intents.begun(transition.episodeId()).forEach(begun -> follow(transition, vendor, begun));
    }

    private void begin(AlertTransition transition, Vendor vendor, Receiver receiver) {
        List<String> reasons = transition.suppressedBy();
        Receiver target = reasons.isEmpty() ? receiver : receiver.suppressed("Suppressed: " + reasons.getFirst());
        intents.add(composer.compose(transition, vendor, target), target);
    }

    /** Later news go to those who were to know of the begin, and only to them. */
    private void follow(AlertTransition transition, Vendor vendor, Intent begun) {
        Receiver receiver = begun.receiver();
        Message message = composer.compose(transition, vendor, receiver);
        Recovery recovery = Recovery.after(begun.state());
        if (recovery == Recovery.SUPPRESS) {
            intents.add(message, receiver.suppressed("Not told of the alert, so not of this either."));
            return;
        }
        if (!message.happening().over()) {
            intents.add(message, receiver);
            return;
        }
        intents.coalesceBefore(message, receiver.name());
        intents.add(recovery == Recovery.TELL ? message : message.joinedWith(begun.message()), receiver);
    }
}
