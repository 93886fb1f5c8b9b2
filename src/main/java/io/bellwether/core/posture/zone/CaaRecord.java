package io.bellwether.core.posture.zone;

/**
 * Who may issue certificates (RFC 8659).
 *
 * @param flags 128 when authorities must not issue unless they understand the tag
 * @param tag in lower case: {@code issue}, {@code issuewild}, {@code iodef}, …
 * @param value with its parameters, such as those of RFC 8657
 */
public record CaaRecord(int flags, String tag, String value) {}
