package io.bellwether.probe.tcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.Rule;
import io.bellwether.probe.TextPattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a talk: first something is sent, then something is waited for.
 *
 * @param send text with the escapes of {@link Escapes}
 * @param expect a regular expression to be found in what has come in since the last expectation was met; what stands behind
 *     it is left for the next
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Obeys(Step.SaysSomething.class)
record Step(
        @Size(min = 1, max = 8_192) @Obeys(Escapes.class) @Nullable String send,

        @Size(min = 1, max = 1_000) @Obeys(TextPattern.Compiles.class) @Nullable String expect) {

    /** A step without either half does nothing. */
    static final class SaysSomething implements Rule<Step> {

        @Override
        public @Nullable String fault(Step step) {
            return step.send() == null && step.expect() == null ? "A step needs send, expect or both." : null;
        }
    }
}
