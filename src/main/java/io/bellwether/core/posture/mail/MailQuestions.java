package io.bellwether.core.posture.mail;

import java.util.List;

/** What a probe has to ask so that a domain's mail can be judged. */
public final class MailQuestions {

    private MailQuestions() {}

    /**
     * Asks everything that the rules need, what decides most first.
     *
     * @return whether the domain announces a policy for mail in transit, which is then to be fetched
     */
    public static boolean ask(String domain, List<String> selectors, Questions dns) {
        return MailSurvey.of(domain, selectors, dns).announcesPolicy();
    }
}
