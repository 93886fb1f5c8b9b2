package io.bellwether.platform;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers what fails before it reaches the REST layer, as identity does when the database is away. */
@Singleton
class OuterProblems {

    /** Before the server's own error page. */
    private static final int ORDER = 9000;

    private final ProblemDetails problems;

    OuterProblems(ProblemDetails problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).failureHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure == null
                || failure instanceof SecurityException
                || context.response().ended()) {
            context.next(); // Who may not is told so by the server, with Challenge.
        } else {
            problems.send(
                    context,
                    problems.unexpected(
                            failure, String.valueOf(context.request().path())));
        }
    }
}
