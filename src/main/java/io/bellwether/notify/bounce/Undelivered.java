package io.bellwether.notify.bounce;

import java.time.Instant;

/**
 * An address from which mail came back.
 *
 * @param hard how many mails can never be delivered
 * @param soft how many were late or given up for now
 * @param status of the newest, for example {@code 5.1.1}
 * @param diagnostic of the newest, what the server there said
 * @param disabled whether it gets no more mail
 */
public record Undelivered(
        String address, int hard, int soft, Instant lastAt, String status, String diagnostic, boolean disabled) {}
