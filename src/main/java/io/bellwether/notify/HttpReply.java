package io.bellwether.notify;

import java.time.Duration;

/** What came back from a POST. */
public sealed interface HttpReply {

    /**
     * An answer.
     *
     * @param body as it came, at most 1 MiB
     * @param excerpt the begin of the body on one line, without the secret parts of the URL; fit to be shown
     * @param retryAfter the wait it asks for, zero when it does not
     */
    record Answer(int status, String body, String excerpt, Duration retryAfter) implements HttpReply {

        public boolean success() {
            return status / 100 == 2;
        }

        /** For people: status and excerpt. */
        public String told() {
            return excerpt.isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + excerpt;
        }
    }

    /** No answer; what to make of that. */
    record None(Delivery delivery) implements HttpReply {}
}
