package io.bellwether.core.posture.mail;

import org.jspecify.annotations.Nullable;

/**
 * What came back from the address of a policy for mail in transit.
 *
 * @param url what was asked for
 * @param status the answer's, which is not followed elsewhere; null without an answer
 * @param text of an answer with status 200, cut to a sane length; null otherwise
 * @param refused why senders cannot use the address, one sentence, where that is the domain's failure; null otherwise
 * @param unanswered why we cannot tell, one sentence; null when we can
 */
public record PolicyDocument(
        String url,
        @Nullable Integer status,
        @Nullable String text,
        @Nullable String refused,
        @Nullable String unanswered) {}
