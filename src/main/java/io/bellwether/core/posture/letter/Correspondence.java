package io.bellwether.core.posture.letter;

import java.time.LocalDate;

/**
 * Who writes to whom, and when.
 *
 * @param vendor its name, as people say it
 * @param organisation ours
 */
public record Correspondence(String vendor, String organisation, LocalDate date) {}
