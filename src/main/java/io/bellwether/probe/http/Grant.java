package io.bellwether.probe.http;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.WireFailure;
import java.time.Duration;

/** What a token endpoint gave. */
sealed interface Grant {

    /** @param lifetime how long the token is good for; zero when that was not said */
    record Token(String value, Duration lifetime) implements Grant {

        @Override
        public String toString() {
            return "Token[" + lifetime + "]";
        }
    }

    /** No token, and so no answer of the service itself. */
    record None(Outcome outcome, Cause cause, String reason) implements Grant {

        static None because(WireFailure failure) {
            return new None(
                    failure.outcome(),
                    failure.failureCause(),
                    "The token endpoint did not answer: " + failure.reason());
        }
    }
}
