package io.bellwether.platform;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What somebody without a good token is told: people are led to the sign-in page, programs get a problem. */
@Singleton
class Challenge {

    private static final String SIGN_IN = "/sign-in";

    private final ProblemDetails problems;

    Challenge(ProblemDetails problems) {
        this.problems = problems;
    }

    /** @param refusal what is wrong with the token, null when there was none */
    void send(RoutingContext context, @Nullable String refusal) {
        if (context.response().ended()) {
            return;
        }
        if (refusal == null && isForPeople(context.request())) {
            context.response()
                    .setStatusCode(303)
                    .putHeader("Location", SIGN_IN + "?next=" + encoded(page(context.request())))
                    .end();
            return;
        }
        Problem problem =
                Problem.unauthorized(refusal == null ? "Send a token: 'Authorization: Bearer <token>'." : refusal);
        context.response().putHeader("WWW-Authenticate", "Bearer");
        problems.send(context, problem);
    }

    private static boolean isForPeople(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html") && !request.uri().startsWith("/api/");
    }

    /** What was sent with a form is lost with the session; its page is where people can send it again. */
    private static String page(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET)) {
            return request.uri();
        }
        String referer = request.getHeader("Referer");
        try {
            String path = referer == null ? null : new URI(referer).getRawPath();
            return path == null ? "/" : path;
        } catch (URISyntaxException e) {
            return "/";
        }
    }

    private static String encoded(String uri) {
        return URLEncoder.encode(uri, StandardCharsets.UTF_8);
    }
}
