package io.bellwether.probe.statuspage.format;

/**
 * An incident the vendor tells of.
 *
 * @param status the vendor's own word for how far it is, empty without
 * @param impact the vendor's own word for how bad it is, empty without
 * @param level how bad it is, or was at its worst when it is over; OPERATIONAL for a mere notice
 */
public record Incident(Notice notice, boolean open, String status, String impact, Level level) {}
