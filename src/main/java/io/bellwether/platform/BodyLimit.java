package io.bellwether.platform;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies over {@code quarkus.http.limits.max-body-size} with a problem. The server's own limit, behind this one,
 * hangs up without a word.
 */
@Singleton
class BodyLimit {

    /** Before the server's own check. */
    private static final int ORDER = -1000;

    /** A client that is still sending does not read; hanging up on it would lose the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final long limit;
    private final BodyHandler chunked;
    private final ProblemDetails problems;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ProblemDetails problems) {
        this.limit = limit.asLongValue();
        this.chunked = BodyHandler.create(false).setBodyLimit(this.limit);
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::check).failureHandler(this::failed);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String length = request.getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > limit) {
            refuse(context);
        } else if (request.headers().contains("Transfer-Encoding") && !isForm(request)) {
            chunked.handle(context);
        } else {
            context.next();
        }
    }

    private void failed(RoutingContext context) {
        if (context.response().ended()) {
            return; // It was refused before, and now the rest of it failed too.
        }
        if (context.statusCode() == 413) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private void refuse(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.version() != HttpVersion.HTTP_2) {
            context.response().putHeader("Connection", "close");
            long timer = context.vertx().setTimer(PATIENCE.toMillis(), late -> close(request));
            request.endHandler(ended -> {
                context.vertx().cancelTimer(timer);
                close(request);
            });
        }
        request.resume();
        problems.send(context, Problem.of(413, "Body too large", "The body may have at most " + limit + " bytes."));
    }

    private static void close(HttpServerRequest request) {
        request.connection().close();
    }

    /** The REST layer reads forms itself. */
    private static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && type.contains("form");
    }
}
