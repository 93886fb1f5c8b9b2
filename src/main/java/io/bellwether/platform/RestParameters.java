package io.bellwether.platform;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How clients call the parameters of REST methods. */
final class RestParameters {

    private RestParameters() {}

    /** The name in the request; empty for the body. */
    static Optional<String> name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(RestParameters::name)
                .filter(name -> name != null)
                .findFirst();
    }

    static boolean isInPath(Annotation[] annotations) {
        return Arrays.stream(annotations).anyMatch(PathParam.class::isInstance);
    }

    private static @Nullable String name(Annotation annotation) {
        return switch (annotation) {
            case QueryParam query -> query.value();
            case PathParam path -> path.value();
            case HeaderParam header -> header.value();
            case CookieParam cookie -> cookie.value();
            case Context context -> context.annotationType().getSimpleName();
            default -> null;
        };
    }
}
