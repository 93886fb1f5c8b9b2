package io.bellwether.probe.grpc;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Http2Answer;
import io.bellwether.probe.BotWall;
import io.bellwether.probe.Printable;
import io.bellwether.probe.grpc.GrpcProbe.Settings;
import io.bellwether.probe.grpc.Health.Serving;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says of the server's health. That it does not know the service, has no health check or wants to know who asks
 * says nothing about that.
 */
record Diagnosis(
        Outcome outcome,
        Cause cause,
        String reason,
        @Nullable Serving serving) {

    private static final String GRPC = "application/grpc";
    private static final int LONGEST_MESSAGE = 200;

    static Diagnosis of(Settings settings, Http2Answer answer, double millis) {
        Optional<String> wall = BotWall.sign(answer.status(), answer::header);
        if (wall.isPresent()) {
            return unknown(Cause.BOT_WALL, "A wall against robots answered (" + wall.get() + ").");
        }
        GrpcStatus status = GrpcStatus.of(answer);
        if (status != null && status != GrpcStatus.OK) {
            return failed(settings, status, GrpcStatus.message(answer));
        }
        if (answer.status() != 200) {
            return down(Cause.UNEXPECTED_STATUS, "HTTP status " + answer.status() + " instead of 200.");
        }
        String type = String.valueOf(answer.header("content-type"));
        if (!type.startsWith(GRPC)) {
            return down(
                    Cause.UNEXPECTED_FORMAT,
                    "The answer is not gRPC but of the type '" + Printable.start(type, LONGEST_MESSAGE) + "'.");
        }
        return status == null
                ? down(Cause.BODY_TRUNCATED, "The answer ends without a gRPC status.")
                : said(settings, Health.response(ByteBuffer.wrap(answer.body().bytes())), millis);
    }

    private static Diagnosis failed(Settings settings, GrpcStatus status, String message) {
        String words = message.isBlank() ? "" : ": " + Printable.start(message.strip(), LONGEST_MESSAGE);
        return switch (status) {
            case NOT_FOUND ->
                unknown(Cause.NOT_CONFIGURED, "The server does not know " + subject(settings) + "; mend service.");
            case UNIMPLEMENTED ->
                unknown(
                        Cause.UNEXPECTED_FORMAT,
                        "The server speaks gRPC and does not offer the health check grpc.health.v1.Health.");
            case UNAUTHENTICATED, PERMISSION_DENIED ->
                unknown(
                        Cause.NOT_CONFIGURED,
                        "The server tells its health only to those it knows (" + status + "); set metadata.");
            case RESOURCE_EXHAUSTED ->
                unknown(Cause.BOT_WALL, "The server asks us to slow down (" + status + words + ").");
            default -> down(Cause.UNEXPECTED_STATUS, "The health check failed with " + status + words + ".");
        };
    }

    private static Diagnosis said(Settings settings, @Nullable Serving serving, double millis) {
        String subject = subject(settings);
        return switch (serving) {
            case SERVING -> serving(settings, subject, millis);
            case NOT_SERVING ->
                new Diagnosis(
                        Outcome.DOWN, Cause.DECLARED, "The server says that " + subject + " is not serving.", serving);
            case UNKNOWN ->
                new Diagnosis(
                        Outcome.UNKNOWN,
                        Cause.DECLARED,
                        "The server says that it does not know whether " + subject + " is serving.",
                        serving);
            case SERVICE_UNKNOWN ->
                new Diagnosis(
                        Outcome.UNKNOWN,
                        Cause.NOT_CONFIGURED,
                        "The server does not know " + subject + "; mend service.",
                        serving);
            case null -> down(Cause.UNEXPECTED_FORMAT, "The answer holds no state of health.");
        };
    }

    private static Diagnosis serving(Settings settings, String subject, double millis) {
        String done = "The server says that " + subject + " is serving";
        Duration limit = settings.degradedAfter();
        if (limit != null && millis > limit.toNanos() / 1e6) {
            String slow = String.format(Locale.ROOT, ", but in %.0f ms, slower than %d ms.", millis, limit.toMillis());
            return new Diagnosis(Outcome.DEGRADED, Cause.SLOW, done + slow, Serving.SERVING);
        }
        return new Diagnosis(Outcome.UP, Cause.OK, done + ".", Serving.SERVING);
    }

    private static String subject(Settings settings) {
        return settings.service() == null ? "it" : "the service " + settings.service();
    }

    private static Diagnosis unknown(Cause cause, String reason) {
        return new Diagnosis(Outcome.UNKNOWN, cause, reason, null);
    }

    private static Diagnosis down(Cause cause, String reason) {
        return new Diagnosis(Outcome.DOWN, cause, reason, null);
    }
}
