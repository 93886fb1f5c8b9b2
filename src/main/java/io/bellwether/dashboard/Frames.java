package io.bellwether.dashboard;

import io.bellwether.dashboard.Frame.Updates;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Makes what surrounds the content of a page. */
@Singleton
class Frames {

    private final Visitors visitors;
    private final DashboardSettings settings;
    private final Clock clock;

    Frames(Visitors visitors, DashboardSettings settings, Clock clock) {
        this.visitors = visitors;
        this.settings = settings;
        this.clock = clock;
    }

    Frame frame(HttpHeaders request, String title, Section section, Updates updates) {
        return frame(visitors.current(request, null), title, section, updates);
    }

    /** @param chosenLens what the visitor has just chosen; null leaves it as it was */
    Frame frame(HttpHeaders request, @Nullable String chosenLens, String title, Updates updates) {
        return frame(visitors.current(request, chosenLens), title, Section.FLEET, updates);
    }

    /** For somebody who has not signed in. */
    Frame signIn() {
        return frame(Visitor.NOBODY, "Sign in", Section.FLEET, Updates.NONE);
    }

    private Frame frame(Visitor visitor, String title, Section section, Updates updates) {
        return new Frame(title, section, visitor, clock.instant(), updates, settings.links());
    }
}
