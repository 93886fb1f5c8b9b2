package io.bellwether.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expected failure of a request, answered as RFC 9457 problem details. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One field that is wrong.
     *
     * @param pointer JSON Pointer (RFC 6901) into the body, or the name of a query parameter
     * @param detail what is wrong and how to mend it
     * @param line where it stands in a body of several lines, from 1; null when that is not known
     * @param column where in the line, from 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldError(
            String pointer,
            String detail,
            @Nullable Integer line,
            @Nullable Integer column) {

        public FieldError(String pointer, String detail) {
            this(pointer, detail, null, null);
        }
    }

    private final int status;
    private final String title;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    private Problem(int status, String title, String detail, List<FieldError> errors) {
        this(status, title, detail, errors, null);
    }

    private Problem(int status, String title, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(detail);
        this.status = status;
        this.title = title;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public static Problem badRequest(String detail) {
        return new Problem(400, "Bad request", detail, List.of());
    }

    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(new FieldError(pointer, detail)));
    }

    public static Problem invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? (errors.getFirst().pointer() + ": " + errors.getFirst().detail()).replaceFirst("^: ", "")
                : errors.size() + " fields are invalid.";
        return new Problem(400, "Invalid request", detail, errors);
    }

    public static Problem notFound(String what, Object id) {
        return new Problem(404, "Not found", "There is no " + what + " '" + id + "'.", List.of());
    }

    public static Problem conflict(String pointer, String detail) {
        return new Problem(409, "Conflict", detail, List.of(new FieldError(pointer, detail)));
    }

    public static Problem stale(String current) {
        return new Problem(
                412, "Stale version", "It has changed since you read it; its ETag is now " + current + ".", List.of());
    }

    public static Problem unauthorized(String detail) {
        return new Problem(401, "Unauthorized", detail, List.of());
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "Forbidden", detail, List.of());
    }

    /** More is asked than this node does at once: 503. */
    public static Problem busy(String title, String detail, Duration retryAfter) {
        return new Problem(503, title, detail, List.of(), retryAfter);
    }

    /** Any other status of the 4xx and 5xx classes. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, List.of());
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** After how long, in whole seconds, the same may be asked again; null where nobody knows. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
