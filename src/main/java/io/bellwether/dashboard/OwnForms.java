package io.bellwether.dashboard;

import io.bellwether.platform.Sessions;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Refuses what was not sent from a form of ours, before any page sees it. */
@Singleton
class OwnForms {

    private final FormGuard guard;

    OwnForms(FormGuard guard) {
        this.guard = guard;
    }

    @ServerRequestFilter
    @ForPeople
    @WithFormRead
    void check(ResteasyReactiveContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.POST)) {
            return;
        }
        var form = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        Object given = form.getFormParameter(FormGuard.FIELD, true, false);
        guard.check(
                given == null ? null : given.toString(), request.getCookies().get(Sessions.COOKIE));
    }
}
