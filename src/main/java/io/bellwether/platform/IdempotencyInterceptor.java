package io.bellwether.platform;

import io.bellwether.platform.IdempotencyKeys.Answer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.Optional;

/** See {@link Idempotent}. The answer is stored in the transaction of the creation: there is both or neither. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class IdempotencyInterceptor {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final int LONGEST_KEY = 255;

    private final IdempotencyKeys keys;
    private final Caller caller;
    private final Json json;
    private final HttpHeaders headers;
    private final UriInfo uri;

    IdempotencyInterceptor(IdempotencyKeys keys, Caller caller, Json json, HttpHeaders headers, UriInfo uri) {
        this.keys = keys;
        this.caller = caller;
        this.json = json;
        this.headers = headers;
        this.uri = uri;
    }

    @AroundInvoke
    Object once(InvocationContext creation) throws Exception {
        String key = headers.getHeaderString(KEY);
        if (key == null) {
            return creation.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.invalid(KEY, "Must have 1 to " + LONGEST_KEY + " characters.");
        }
        return QuarkusTransaction.joiningExisting().call(() -> answer(key, creation));
    }

    private Object answer(String key, InvocationContext creation) throws Exception {
        String principal = caller.identity();
        if (!keys.lock(principal, key)) {
            throw Problem.conflict(KEY, "A request with this key is being worked on; try again.");
        }
        String request = Secrets.hash(fingerprint(creation));
        Optional<Answer> known = keys.find(principal, key);
        if (known.isPresent()) {
            return replay(known.get(), request);
        }
        Response response = (Response) creation.proceed();
        keys.store(
                principal,
                key,
                new Answer(
                        request,
                        response.getStatus(),
                        response.getHeaderString(HttpHeaders.LOCATION),
                        response.getHeaderString(HttpHeaders.ETAG),
                        json.write(response.getEntity())));
        return response;
    }

    private static Response replay(Answer known, String request) {
        if (!known.request().equals(request)) {
            throw Problem.of(422, "Key used before", "This Idempotency-Key belongs to another request; use a new one.");
        }
        Response.ResponseBuilder answer = Response.status(known.status())
                .type(MediaType.APPLICATION_JSON)
                .header(REPLAYED, true)
                .entity(known.body());
        if (known.location() != null) {
            answer.location(URI.create(known.location()));
        }
        return known.etag() == null
                ? answer.build()
                : answer.header(HttpHeaders.ETAG, known.etag()).build();
    }

    private String fingerprint(InvocationContext creation) {
        Annotation[][] annotations = creation.getMethod().getParameterAnnotations();
        StringBuilder text = new StringBuilder(creation.getMethod().getName())
                .append(' ')
                .append(uri.getRequestUri().getRawPath());
        for (int index = 0; index < annotations.length; index++) {
            Object argument = creation.getParameters()[index];
            if (RestParameters.name(annotations[index]).isEmpty() && argument != null) {
                text.append('\n').append(json.write(argument));
            }
        }
        return text.toString();
    }
}
