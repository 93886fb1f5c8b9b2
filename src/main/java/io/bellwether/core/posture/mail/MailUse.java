package io.bellwether.core.posture.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is mail at all.
 *
 * @param accepts whether the domain names mail exchangers; null when that cannot be told
 * @param sends whether it sends mail; null when that is not known
 * @param hosts its mail exchangers
 * @param silence why it cannot be told, null when it can
 */
record MailUse(
        @Nullable Boolean accepts,
        @Nullable Boolean sends,
        List<String> hosts,
        @Nullable String silence) {

    static MailUse of(@Nullable Boolean known, MailSurvey survey) {
        DnsAnswer answer = survey.exchangers();
        List<String> hosts = answer.values().stream()
                .map(value -> value.substring(value.indexOf(' ') + 1))
                .filter(host -> !host.isEmpty())
                .toList();
        Boolean accepts = answer.unanswered() == null ? !hosts.isEmpty() : null;
        return new MailUse(accepts, known == null ? told(survey) : known, hosts, answer.unanswered());
    }

    /** Whether it sends or accepts mail; null when that cannot be told. */
    @Nullable Boolean any() {
        if (Boolean.TRUE.equals(sends) || Boolean.TRUE.equals(accepts)) {
            return true;
        }
        return accepts == null ? null : false;
    }

    boolean sendsNothing() {
        return Boolean.FALSE.equals(sends);
    }

    boolean acceptsNothing() {
        return Boolean.FALSE.equals(accepts);
    }

    /** A domain may say itself that nobody sends for it; that somebody does it cannot say. */
    private static @Nullable Boolean told(MailSurvey survey) {
        List<String> records = survey.senderRecords();
        boolean nobody =
                records.size() == 1 && SpfRecord.parse(records.getFirst()).refusesEveryone();
        return nobody ? false : null;
    }
}
