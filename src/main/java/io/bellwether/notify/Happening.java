package io.bellwether.notify;

import io.bellwether.core.alert.routing.News;

/** What a message tells about an alert. */
public enum Happening {
    FIRING(News.Kind.FIRING),
    SEVERITY_CHANGED(News.Kind.SEVERITY_CHANGED),
    RESOLVED(News.Kind.RESOLVED),
    /** The acknowledgement or snooze has ended, and it fires still. */
    REMINDER(News.Kind.REMINDER),
    /** It comes and goes: of its changes nobody is told until it is steady or over. */
    UNSTABLE(News.Kind.UNSTABLE),
    /** It no longer comes and goes, but is bad all the time. */
    STEADY(News.Kind.STEADY),
    /** It fired and was resolved before the receiver could be told of either: both in one message. */
    PASSED(News.Kind.RESOLVED),
    /** A report of many alerts to a person; its alert and transition are those of the report. */
    DIGEST(News.Kind.DIGEST);

    private final News.Kind news;

    Happening(News.Kind news) {
        this.news = news;
    }

    /** Whether the trouble is over. */
    public boolean over() {
        return this == RESOLVED || this == PASSED;
    }

    News.Kind news() {
        return news;
    }
}
