package io.bellwether.platform;

import java.time.Instant;
import java.util.Map;

/**
 * One change that somebody made.
 *
 * @param actor name of the principal, or {@code system}
 * @param action what was done, for example {@code vendor.create}
 * @param subject to what, for example {@code vendor/acme}
 * @param reason why, in the words of whom it was asked of; empty where nobody is asked
 * @param origin by which way in: method and path of a resource; empty for what happens by itself or in a chat
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        String subject,
        String reason,
        String origin,
        Map<String, Object> detail) {}
