package io.bellwether.compat;

import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers as Alertmanager's clients expect: 200 and nothing else when it went well, a bare JSON text when it did not. */
@Singleton
class Wire {

    private static final String CACHE = "Cache-Control";

    private final Json json;

    Wire(Json json) {
        this.json = json;
    }

    Response answer(Supplier<Object> work) {
        try {
            return response(200, work.get());
        } catch (Problem problem) {
            return response(problem.status(), text(problem));
        }
    }

    /** @throws Problem 400 for what is no such value, {@code null} too */
    <T> T read(String body, Class<T> type) {
        @Nullable T value = value(body, type);
        if (value == null) {
            throw Problem.badRequest("body is required");
        }
        return value;
    }

    private <T> @Nullable T value(String body, Class<T> type) {
        try {
            return json.read(body, type);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The body cannot be read: " + e.getMessage());
        }
    }

    private Response response(int status, Object body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(CACHE, "no-store")
                .entity(json.write(body))
                .build();
    }

    private static String text(Problem problem) {
        return problem.errors().isEmpty()
                ? problem.detail()
                : problem.errors().getFirst().pointer() + ": "
                        + problem.errors().getFirst().detail();
    }
}
