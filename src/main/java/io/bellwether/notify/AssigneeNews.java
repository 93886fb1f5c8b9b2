package io.bellwether.notify;

import io.bellwether.alert.AlertAssigned;
import io.bellwether.alert.FurtherNews;
import io.bellwether.core.alert.escalation.Target;
import io.bellwether.core.language.PlainText;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells people by mail that somebody else has given them an alert to see to; in the transaction in which that happens. */
@Singleton
class AssigneeNews {

    private static final int LONGEST_NAME = 80;

    private final Callouts callouts;
    private final FurtherNews news;

    AssigneeNews(Callouts callouts, FurtherNews news) {
        this.callouts = callouts;
        this.news = news;
    }

    void assigned(@Observes AlertAssigned event) {
        boolean byHimself = event.by().equalsIgnoreCase(event.to());
        if (byHimself || !event.alert().condition().told() || !callouts.reachesPeople()) {
            return;
        }
        String cause = "assigned to you by " + PlainText.line(event.by(), LONGEST_NAME);
        news.assign(event.alert().id(), transition -> callouts.tell(transition, new Target.Person(event.to()), cause));
    }
}
