package io.bellwether.probe.headers;

import io.bellwether.core.Cause;
import io.bellwether.core.Phases;
import io.bellwether.core.posture.web.PageEvidence;

/**
 * What a look brought.
 *
 * @param cause why nothing can be told, OK when something can
 * @param phases of the request whose answer counts
 * @param requests how many were sent
 */
record Seen(PageEvidence evidence, Cause cause, Phases phases, int requests) {}
