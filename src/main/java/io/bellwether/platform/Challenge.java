package io.bellwether.platform;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
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
        if (refusal == null && isPage(context.request())) {
            context.response()
                    .setStatusCode(303)
                    .putHeader(
                            "Location",
                            SIGN_IN + "?next=" + encoded(context.request().uri()))
                    .end();
            return;
        }
        Problem problem =
                Problem.unauthorized(refusal == null ? "Send a token: 'Authorization: Bearer <token>'." : refusal);
        context.response().putHeader("WWW-Authenticate", "Bearer");
        problems.send(context, problem);
    }

    private static boolean isPage(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return request.method().name().equals("GET")
                && accept != null
                && accept.contains("text/html")
                && !request.uri().startsWith("/api/");
    }

    private static String encoded(String uri) {
        return URLEncoder.encode(uri, StandardCharsets.UTF_8);
    }
}
