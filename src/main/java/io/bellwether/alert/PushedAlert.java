package io.bellwether.alert;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert of another monitoring system.
 *
 * @param labels its identity; {@code vendor} is the slug of a vendor
 * @param annotations what it says; {@code summary} is told to marketing, {@code description} to IT
 * @param startsAt now when null
 * @param endsAt when it is over, or is over unless it is pushed again; null for some minutes from now
 */
public record PushedAlert(
        Map<String, String> labels,
        Map<String, String> annotations,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {}
