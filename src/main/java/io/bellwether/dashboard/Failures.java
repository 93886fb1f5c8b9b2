package io.bellwether.dashboard;

import io.bellwether.platform.Problem;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Tells people what programs are told by a problem document. */
@Singleton
class Failures {

    private final Visitors visitors;
    private final Clock clock;

    Failures(Visitors visitors, Clock clock) {
        this.visitors = visitors;
        this.clock = clock;
    }

    /** @param failure a {@link Problem} or a {@link ForbiddenException} */
    Response page(RuntimeException failure, HttpHeaders request) {
        Problem problem = failure instanceof Problem known
                ? known
                : Problem.forbidden("Your token does not allow this; ask an administrator for another role.");
        Frame frame = new Frame(
                problem.title(), Section.FLEET, visitors.current(request), clock.instant(), Frame.Updates.NONE);
        return Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.failure(frame, problem.detail()).render())
                .build();
    }
}
