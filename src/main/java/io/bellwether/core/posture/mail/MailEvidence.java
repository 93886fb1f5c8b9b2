package io.bellwether.core.posture.mail;

import io.bellwether.core.PostureEvidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a domain's mail records.
 *
 * @param domain in lower case
 * @param unknown why nothing could be told, one sentence; null when something could
 * @param sends whether it is known to send mail; null when that is not known
 * @param selectors of the keys that it signs with, as far as they are known: they cannot be found out
 * @param answers to every question that was asked
 * @param policy for mail in transit; null when none is announced
 */
public record MailEvidence(
        String domain,
        Instant observedAt,
        @Nullable String unknown,
        @Nullable Boolean sends,
        List<String> selectors,
        List<DnsAnswer> answers,
        @Nullable PolicyDocument policy)
        implements PostureEvidence {

    public static final String KIND = "mail";

    public MailEvidence {
        selectors = List.copyOf(selectors);
        answers = List.copyOf(answers);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String target() {
        return domain;
    }

    /** The kept answers; what was not asked is not known. */
    Questions questions() {
        Map<String, DnsAnswer> kept = answers.stream()
                .collect(Collectors.toMap(
                        answer -> answer.type() + " " + answer.name(), Function.identity(), (first, _) -> first));
        return (name, type) -> {
            DnsAnswer answer = kept.get(type + " " + DnsAnswer.plain(name));
            return answer == null
                    ? DnsAnswer.unanswered(name, type, "The " + type + " of " + name + " was not asked for.")
                    : answer;
        };
    }
}
