package io.bellwether.core.score;

import io.bellwether.core.posture.CheckOutcome;
import java.time.Instant;

/**
 * What one check of the security posture says.
 *
 * @param signal which check, for example {@code header-hsts}
 * @param value what it says
 * @param since when it began to say so
 * @param confirmedAt when it last said so
 * @param source where the evidence is
 */
public record SecurityCheck(String signal, CheckOutcome value, Instant since, Instant confirmedAt, String source) {}
