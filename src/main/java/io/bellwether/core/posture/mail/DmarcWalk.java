package io.bellwether.core.posture.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way up the names above a domain to the record that is for it (RFC 9989, 4.10).
 *
 * @param domain where it begins
 * @param steps in order, at most eight
 */
record DmarcWalk(String domain, List<Step> steps) {

    private static final int LABELS_AFTER_SHORTCUT = 7;

    /**
     * @param domain whose record was asked for
     * @param claims texts that claim to be records; when there are several none counts
     * @param record null unless there is exactly one
     */
    record Step(
            String domain,
            DnsAnswer answer,
            List<String> claims,
            @Nullable DmarcRecord record) {

        static Step ask(String domain, Questions dns) {
            DnsAnswer answer = dns.ask("_dmarc." + domain, "TXT");
            List<String> claims =
                    answer.values().stream().filter(DmarcRecord::isDmarc).toList();
            return new Step(domain, answer, claims, claims.size() == 1 ? DmarcRecord.parse(claims.getFirst()) : null);
        }

        private boolean saysWhoseSuffixItIs() {
            return record != null && record.publicSuffix() != 'u';
        }
    }

    static DmarcWalk of(String domain, Questions dns) {
        List<Step> steps = new ArrayList<>();
        for (String target : targets(domain)) {
            Step step = Step.ask(target, dns);
            steps.add(step);
            if (step.saysWhoseSuffixItIs()) {
                break;
            }
        }
        return new DmarcWalk(domain, List.copyOf(steps));
    }

    /** The names to ask for, longest first: never more than eight, whatever the length of the first. */
    static List<String> targets(String domain) {
        List<String> targets = new ArrayList<>();
        targets.add(domain);
        String[] labels = domain.split("\\.", -1);
        int first = Math.max(1, labels.length - LABELS_AFTER_SHORTCUT);
        for (int i = first; i < labels.length; i++) {
            targets.add(String.join(".", List.of(labels).subList(i, labels.length)));
        }
        return targets;
    }

    /** The top of the names under one administration (RFC 9989, 4.10.2). */
    String organizationalDomain() {
        String shortest = domain;
        for (Step step : steps) {
            DmarcRecord record = step.record();
            if (record == null) {
                continue;
            }
            if (record.publicSuffix() == 'n') {
                return step.domain();
            }
            if (record.publicSuffix() == 'y' && !step.domain().equals(domain)) {
                return oneBelow(step.domain());
            }
            shortest = step.domain();
        }
        return shortest;
    }

    /** The step whose record is for the domain: its own, else its organization's, else its public suffix's; null without one. */
    @Nullable Step policy() {
        Step own = steps.getFirst();
        if (own.record() != null) {
            return own;
        }
        Step organizations = at(organizationalDomain());
        if (organizations != null && organizations.record() != null) {
            return organizations;
        }
        Step last = steps.getLast();
        return last.record() != null && last.record().publicSuffix() == 'y' ? last : null;
    }

    /** Why it cannot be told which record is for the domain; null when it can. */
    @Nullable String blind() {
        return steps.getFirst().record() == null ? silence() : null;
    }

    /** The first question that stayed without an answer; null when none did. */
    @Nullable String silence() {
        for (Step step : steps) {
            String reason = step.answer().unanswered();
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private @Nullable Step at(String name) {
        return steps.stream()
                .filter(step -> step.domain().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String oneBelow(String suffix) {
        String rest = domain.substring(0, domain.length() - suffix.length() - 1);
        return rest.substring(rest.lastIndexOf('.') + 1) + "." + suffix;
    }
}
