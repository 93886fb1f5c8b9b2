package io.bellwether.probe.grpc;

import io.bellwether.platform.egress.Http2Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How a call ended; in the order of gRPC's numbers. */
enum GrpcStatus {
    OK,
    CANCELLED,
    UNKNOWN,
    INVALID_ARGUMENT,
    DEADLINE_EXCEEDED,
    NOT_FOUND,
    ALREADY_EXISTS,
    PERMISSION_DENIED,
    RESOURCE_EXHAUSTED,
    FAILED_PRECONDITION,
    ABORTED,
    OUT_OF_RANGE,
    UNIMPLEMENTED,
    INTERNAL,
    UNAVAILABLE,
    DATA_LOSS,
    UNAUTHENTICATED;

    /** Null when the answer names none; numbers that are not known count as UNKNOWN. */
    static @Nullable GrpcStatus of(Http2Answer answer) {
        String number = answer.header("grpc-status");
        if (number == null) {
            return null;
        }
        boolean known = number.matches("[0-9]{1,2}") && Integer.parseInt(number) < values().length;
        return known ? values()[Integer.parseInt(number)] : UNKNOWN;
    }

    /** The words that came along, empty when none did. */
    static String message(Http2Answer answer) {
        String message = answer.header("grpc-message");
        if (message == null) {
            return "";
        }
        try {
            return URLDecoder.decode(message.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return message;
        }
    }
}
