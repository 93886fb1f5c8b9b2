package io.bellwether.notify;

import io.bellwether.alert.AlertTransition;
import io.bellwether.core.alert.escalation.Target;
import io.bellwether.notify.person.People;
import io.bellwether.vendor.VendorRegister;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tells who set a silence that it is about to end, besides those to whom the routes lead. Anybody may be named as its author,
 * so only who is known gets mail.
 */
@Singleton
class SilenceAuthors {

    private static final String RULE = "silence-ending";
    private static final String AUTHOR = "createdBy";
    private static final String CAUSE = "you set this silence";

    private final Callouts callouts;
    private final People people;
    private final VendorRegister vendors;

    SilenceAuthors(Callouts callouts, People people, VendorRegister vendors) {
        this.callouts = callouts;
        this.people = people;
        this.vendors = vendors;
    }

    void began(@Observes AlertsBegan event) {
        event.transitions().stream()
                .filter(begin -> begin.rule().equals(RULE) && callouts.reachesPeople())
                .forEach(this::tell);
    }

    private void tell(AlertTransition begin) {
        Optional.ofNullable(begin.facts().get(AUTHOR))
                .map(Object::toString)
                .filter(this::known)
                .ifPresent(author -> callouts.tell(begin, new Target.Person(author), CAUSE));
    }

    private boolean known(String name) {
        return people.find(name).isPresent()
                || vendors.active().stream()
                        .flatMap(vendor -> vendor.owners().all())
                        .anyMatch(owner -> owner.is(name));
    }
}
