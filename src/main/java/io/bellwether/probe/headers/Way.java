package io.bellwether.probe.headers;

import io.bellwether.core.Cause;
import io.bellwether.core.posture.web.PageEvidence;
import io.bellwether.platform.egress.WireResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from one address to the page.
 *
 * @param answers in order, each redirecting to the next
 * @param cause of the failure, OK when there is none
 * @param failure why the way has no end, one sentence; null when it has
 */
record Way(
        List<WireResponse> answers, Cause cause, @Nullable String failure) {

    Way {
        answers = List.copyOf(answers);
    }

    /** The answer at its end, null when it has none. */
    @Nullable WireResponse end() {
        return failure == null && !answers.isEmpty() ? answers.getLast() : null;
    }

    /** Whether nobody listens where it begins. Firewalls drop what comes for a port without a service. */
    boolean absent(boolean secure) {
        boolean silent = cause == Cause.CONNECT_TIMEOUT || cause == Cause.CONNECTION_RESET;
        return answers.isEmpty() && (cause == Cause.CONNECTION_REFUSED || (silent && !secure));
    }

    PageEvidence.Chain chain(boolean secure) {
        return new PageEvidence.Chain(answers.stream().map(Way::hop).toList(), absent(secure), failure);
    }

    private static PageEvidence.Hop hop(WireResponse answer) {
        Boolean verified = answer.tls() == null ? null : Certificates.good(answer.tls());
        return new PageEvidence.Hop(Kept.text(answer.uri().toString()), answer.status(), verified);
    }
}
