package io.bellwether.core.posture.securitytxt;

import io.bellwether.core.PostureEvidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a domain answered where its security.txt should be.
 *
 * @param domain in lower case
 * @param unknown why nothing was learnt, one sentence; null when there are answers to judge
 * @param answers in the order the places were asked: the well-known one, and the old one where that had no file
 * @param signature what checking the file's signature came to; null when it has none
 */
public record SecurityTxtEvidence(
        String domain,
        Instant observedAt,
        @Nullable String unknown,
        List<Answer> answers,
        @Nullable Signature signature)
        implements PostureEvidence {

    /** The kind of this evidence and of the probe that gathers it. */
    public static final String KIND = "security-txt";

    public SecurityTxtEvidence {
        answers = List.copyOf(answers);
    }

    /**
     * One answer.
     *
     * @param asked the URL that was asked for
     * @param url what answered, after all redirects
     * @param redirects every URL on the way, the asked one first; empty without a redirect
     * @param size of the whole text in bytes
     * @param utf8 whether its bytes are UTF-8
     * @param text its beginning
     */
    public record Answer(
            String asked,
            String url,
            List<String> redirects,
            int status,
            @Nullable String contentType,
            int size,
            boolean utf8,
            String text) {

        public Answer {
            redirects = List.copyOf(redirects);
        }

        /** Whether it is a file of this format, however faulty, and no page that says there is none. */
        public boolean showsFile() {
            return status == 200 && SecurityTxt.parse(text).isOne();
        }

        private Answer steady() {
            return showsFile() ? this : new Answer(asked, url, redirects, status, contentType, 0, true, "");
        }
    }

    /**
     * @param good null when it could not be checked
     * @param says one sentence
     * @param keyId of the key that made it, 16 hexadecimal digits; null when it cannot be read
     * @param madeAt when it says it was made
     */
    public record Signature(
            @Nullable Boolean good,
            String says,
            @Nullable String keyId,
            @Nullable Instant madeAt) {}

    /** Nothing was learnt. */
    public static SecurityTxtEvidence unknown(String domain, Instant observedAt, String reason) {
        return new SecurityTxtEvidence(domain, observedAt, reason, List.of(), null);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String target() {
        return domain;
    }

    /** Pages that say that there is no file differ at each look. */
    @Override
    public SecurityTxtEvidence steady() {
        return new SecurityTxtEvidence(
                domain,
                observedAt,
                unknown,
                answers.stream().map(Answer::steady).toList(),
                signature);
    }
}
