package io.bellwether.probe.mail;

import io.bellwether.core.Cause;
import io.bellwether.core.posture.mail.PolicyDocument;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.BotWall;
import io.bellwether.probe.courtesy.CourteousWire;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Fetches a policy for mail in transit as senders do (RFC 8461, 3.3): verified, and without following anywhere. */
final class PolicyFetch {

    /** RFC 8461, 3.3 suggests no more. */
    private static final int MAX_BODY = 64 * 1024;

    /** Failures that every sender meets; what else fails may be our own way. */
    private static final Set<Cause> THEIRS = Set.of(
            Cause.DNS_NO_ADDRESS,
            Cause.TLS_FAILED,
            Cause.CERTIFICATE_EXPIRED,
            Cause.CERTIFICATE_UNTRUSTED,
            Cause.CERTIFICATE_WRONG_HOST,
            Cause.BODY_TOO_LARGE);

    private PolicyFetch() {}

    static PolicyDocument of(URI url, CourteousWire wire, Deadline deadline) {
        WireRequest request = WireRequest.get(url).maxRedirects(0).maxBody(MAX_BODY);
        try {
            return read(url, wire.exchange(request, deadline));
        } catch (WireFailure e) {
            boolean theirs = THEIRS.contains(e.failureCause());
            return new PolicyDocument(
                    url.toString(), null, null, theirs ? e.reason() : null, theirs ? null : e.reason());
        }
    }

    static PolicyDocument read(URI url, WireResponse response) {
        int status = response.status();
        Optional<String> wall = BotWall.sign(response);
        if (wall.isPresent() || status == 401 || status == 403 || status >= 500) {
            String why = wall.map(sign -> "we are kept out (" + sign + ")").orElse("status " + status);
            return new PolicyDocument(url.toString(), status, null, null, "The policy could not be read: " + why + ".");
        }
        String text = status == 200 ? response.text().replace('\0', '\u0001') : null;
        return new PolicyDocument(url.toString(), status, text, null, null);
    }
}
