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
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies over {@code bellwether.body.limit} with a problem; for a few paths that take more, over
 * {@code quarkus.http.limits.max-body-size}. That is the server's own limit, which hangs up without a word.
 */
@Singleton
class BodyLimit {

    /** Before the server's own check. */
    private static final int ORDER = -1000;

    /** A client that is still sending does not read; hanging up on it would lose the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Limit usual;
    private final Limit large;
    private final List<String> largePaths;
    private final ProblemDetails problems;

    /** @param bytes at most */
    private record Limit(long bytes, BodyHandler chunked) {

        static Limit of(MemorySize size) {
            long bytes = size.asLongValue();
            return new Limit(bytes, BodyHandler.create(false).setBodyLimit(bytes));
        }
    }

    BodyLimit(
            @ConfigProperty(name = "bellwether.body.limit") MemorySize usual,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize large,
            @ConfigProperty(name = "bellwether.body.large-paths") List<String> largePaths,
            ProblemDetails problems) {
        this.usual = Limit.of(usual);
        this.large = Limit.of(large);
        this.largePaths = List.copyOf(largePaths);
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::check).failureHandler(this::failed);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        Limit limit = limit(context);
        String length = request.getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > limit.bytes()) {
            refuse(context);
        } else if (request.headers().contains("Transfer-Encoding") && !isForm(request)) {
            limit.chunked().handle(context);
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
        problems.send(
                context,
                Problem.of(
                        413,
                        "Body too large",
                        "The body may have at most " + limit(context).bytes() + " bytes."));
    }

    private Limit limit(RoutingContext context) {
        return largePaths.contains(context.normalizedPath()) ? large : usual;
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
