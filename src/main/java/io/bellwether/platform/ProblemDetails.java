package io.bellwether.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bellwether.platform.Problem.FieldError;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes problems as RFC 9457 problem details. */
@Singleton
class ProblemDetails {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(ProblemDetails.class);

    private final Json json;

    ProblemDetails(Json json) {
        this.json = json;
    }

    /** @param instance the path of the request that failed */
    String text(Problem problem, String instance) {
        return json.write(new Body(
                "/problems/" + slug(problem.title()),
                problem.title(),
                problem.status(),
                problem.detail(),
                instance,
                problem.errors()));
    }

    /** Our own fault: the log gets the failure, the client its id there. */
    Problem unexpected(@Nullable Throwable failure, String path) {
        UUID id = Ids.next();
        LOG.errorf(failure, "Request failed unexpectedly: path=%s id=%s", path, id);
        return Problem.of(500, "Internal error", "This is our fault. The log tells more under " + id + ".");
    }

    /** Answers outside the REST layer. */
    void send(RoutingContext context, Problem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", MEDIA_TYPE)
                .end(text(problem, String.valueOf(context.request().path())));
    }

    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private record Body(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {}
}
