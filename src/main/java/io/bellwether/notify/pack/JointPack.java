package io.bellwether.notify.pack;

import java.time.Instant;
import java.util.List;

/**
 * What a month was like with each vendor.
 *
 * @param month for example {@code 2026-10}
 * @param timeZone where the month begins and ends
 * @param from inclusive
 * @param to exclusive; the time of asking while the month lasts
 * @param complete whether the month is over
 * @param vendors in the order of their slugs
 */
public record JointPack(
        String month, String timeZone, Instant from, Instant to, boolean complete, List<VendorMonth> vendors) {}
