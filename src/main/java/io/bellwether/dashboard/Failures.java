package io.bellwether.dashboard;

import io.bellwether.platform.Problem;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Tells people what programs are told by a problem document. */
@Singleton
class Failures {

    private final Frames frames;

    Failures(Frames frames) {
        this.frames = frames;
    }

    /** @param failure a {@link Problem} or a {@link ForbiddenException} */
    Response page(RuntimeException failure, HttpHeaders request) {
        Problem problem = failure instanceof Problem known
                ? known
                : Problem.forbidden("Your token does not allow this; ask an administrator for another role.");
        Frame frame = frames.frame(request, problem.title(), Section.FLEET, Frame.Updates.NONE);
        return Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.failure(frame, problem.detail()).render())
                .build();
    }
}
