package io.bellwether.core.posture.letter;

import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import java.time.Instant;

/**
 * Something the vendor should mend.
 *
 * @param target where it was seen: an origin, {@code host:port} or a domain
 * @param rule the check that it fails
 * @param result what the check says
 * @param since when it was first seen so
 */
public record LetterFinding(String target, CheckRule rule, CheckResult result, Instant since) {}
