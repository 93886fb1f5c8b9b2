package io.bellwether.platform;

import java.time.Instant;
import java.util.Map;

/**
 * One change that somebody made.
 *
 * @param actor name of the principal, or {@code system}
 * @param action what was done, for example {@code vendor.create}
 * @param subject to what, for example {@code vendor/acme}
 */
public record AuditEntry(
        long id, Instant at, String actor, String action, String subject, Map<String, Object> detail) {}
