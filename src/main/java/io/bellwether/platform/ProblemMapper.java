package io.bellwether.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failure of a request with RFC 9457 problem details. */
@Singleton
class ProblemMapper {

    private final ProblemDetails details;

    ProblemMapper(ProblemDetails details) {
        this.details = details;
    }

    @ServerExceptionMapper
    Response expected(Problem problem, UriInfo uri) {
        return answer(problem, uri).build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violated, UriInfo uri) {
        return answer(Violations.problem(violated.getConstraintViolations()), uri)
                .build();
    }

    @ServerExceptionMapper
    Response unreadable(MismatchedInputException mismatch, UriInfo uri) {
        return answer(JsonFaults.problem(mismatch, ""), uri).build();
    }

    /** What the REST layer itself refuses; an answer somebody made on purpose, such as a redirect, stays. */
    @ServerExceptionMapper
    Response refused(WebApplicationException refusal, UriInfo uri) {
        Response response = refusal.getResponse();
        if (response.getStatus() < 400 || response.hasEntity()) {
            return response;
        }
        Response.ResponseBuilder answer = answer(problem(refusal), uri);
        Object allowed = response.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allowed == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allowed).build();
    }

    @ServerExceptionMapper
    Response anonymous(UnauthorizedException missing, UriInfo uri) {
        return answer(Problem.unauthorized("Send a token: 'Authorization: Bearer <token>'."), uri)
                .build();
    }

    @ServerExceptionMapper
    Response unknown(AuthenticationFailedException failed, UriInfo uri) {
        return answer(Problem.unauthorized(String.valueOf(failed.getMessage())), uri)
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden, UriInfo uri) {
        return answer(Problem.forbidden("Your token's role does not allow this."), uri)
                .build();
    }

    @ServerExceptionMapper
    Response overtaken(OptimisticLockException overtaken, UriInfo uri) {
        return answer(Problem.of(409, "Conflict", "Somebody else changed it at the same moment; try again."), uri)
                .build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, UriInfo uri) {
        return answer(details.unexpected(failure, uri.getPath()), uri).build();
    }

    private Response.ResponseBuilder answer(Problem problem, UriInfo uri) {
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(ProblemDetails.MEDIA_TYPE)
                .entity(details.text(problem, uri.getRequestUri().getRawPath()));
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds());
        }
        return problem.status() == 401 ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer") : answer;
    }

    private static Problem problem(WebApplicationException refusal) {
        for (Throwable cause = refusal.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem || cause instanceof JsonProcessingException) {
                return JsonFaults.problem(cause, "");
            }
        }
        int status = refusal.getResponse().getStatus();
        return switch (status) {
            case 404 -> Problem.of(404, "Not found", "There is nothing at this path.");
            case 405 -> Problem.of(405, "Method not allowed", "This path does not know the method.");
            case 406 -> Problem.of(406, "Not acceptable", "There is no representation of the kinds in 'Accept'.");
            case 415 -> Problem.of(415, "Unsupported media type", "Send JSON: 'Content-Type: application/json'.");
            default -> Problem.of(status, refusal.getResponse().getStatusInfo().getReasonPhrase(), "Refused.");
        };
    }
}
