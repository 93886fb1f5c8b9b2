package io.bellwether.core.posture.mail;

import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.mail.SpfOutcome.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges the list of a domain's senders. */
final class SpfChecks {

    /** A record and its name fit the smallest answers of DNS up to here (RFC 7208, 3.4). */
    private static final int LONG = 450;

    private static final int MOST_LOOKUPS = SpfLimits.STANDARD.lookups();
    private static final int MOST_VOIDS = SpfLimits.STANDARD.voids();

    /** So few lookups are left that one more sender can be too many. */
    private static final int NEAR = MOST_LOOKUPS - 1;

    private final String domain;
    private final MailSurvey survey;
    private final MailUse use;
    private final SpfOutcome outcome;

    SpfChecks(String domain, MailSurvey survey, MailUse use) {
        this.domain = domain;
        this.survey = survey;
        this.use = use;
        this.outcome = survey.sender();
    }

    CheckResult record(CheckRule rule) {
        String silence = survey.texts().unanswered();
        List<String> records = survey.senderRecords();
        if (silence != null) {
            return rule.unknown(silence);
        }
        if (records.isEmpty()) {
            return missing(rule);
        }
        Map<String, Object> shown =
                Map.of("records", records.stream().map(Words::shown).toList());
        if (records.size() > 1) {
            return rule.result("spf-several", shown)
                    .because(domain + " has " + records.size() + " SPF records where one is allowed.");
        }
        return single(rule, records.getFirst(), shown);
    }

    private CheckResult single(CheckRule rule, String record, Map<String, Object> shown) {
        if (outcome.problem() == Problem.UNANSWERED) {
            return rule.unknown(outcome.words());
        }
        if (outcome.problem() == Problem.SYNTAX && outcome.at().equals(domain)) {
            return rule.result("spf-syntax", shown).because("The SPF record cannot be read: " + outcome.words());
        }
        if (ended()) {
            return rule.result("spf-include-broken", shown)
                    .because("The SPF record leads to one that cannot be used, at " + Words.shown(outcome.at()) + ": "
                            + outcome.words());
        }
        if (outcome.usesPointer()) {
            return rule.result("spf-pointer", shown);
        }
        return record.length() > LONG
                ? rule.result("spf-long", shown).because("The SPF record is " + record.length() + " characters long.")
                : rule.result("spf-valid", shown);
    }

    private CheckResult missing(CheckRule rule) {
        DnsAnswer retired = survey.retiredType();
        if (retired != null && retired.found()) {
            return rule.result("spf-retired-type", Map.of());
        }
        return unlessUnused(rule, "spf-missing", use);
    }

    /** A code for domains with mail, and the same with {@code -unused} for the others. */
    static CheckResult unlessUnused(CheckRule rule, String code, MailUse use) {
        Boolean any = use.any();
        String silence = use.silence();
        if (any == null) {
            return rule.unknown("It is missing, but how much that matters cannot be told: " + silence);
        }
        return rule.result(any ? code : code + "-unused", Map.of());
    }

    CheckResult policy(CheckRule rule, @Nullable DmarcPolicy enforced, @Nullable String dmarcSilence) {
        CheckResult nothing = nothingToJudge(rule);
        if (nothing != null) {
            return nothing;
        }
        return switch (outcome.result()) {
            case FAIL -> rule.result("spf-hard-fail", Map.of());
            case PASS -> rule.result("spf-pass-all", Map.of());
            case SOFTFAIL -> softFail(rule, enforced, dmarcSilence);
            case NEUTRAL, NONE -> rule.result("spf-neutral", Map.of());
            case TEMPERROR -> rule.unknown(outcome.words());
            case PERMERROR -> rule.notApplicable("The record cannot be followed to its end: " + outcome.words());
        };
    }

    /** With a policy that is enforced receivers act on a soft failure as on a hard one. */
    private static CheckResult softFail(CheckRule rule, @Nullable DmarcPolicy enforced, @Nullable String dmarcSilence) {
        if (enforced == null && dmarcSilence != null) {
            return rule.unknown(dmarcSilence);
        }
        return enforced == null || enforced == DmarcPolicy.NONE
                ? rule.result("spf-soft-fail-alone", Map.of())
                : rule.result("spf-soft-fail", Map.of());
    }

    CheckResult lookups(CheckRule rule) {
        CheckResult nothing = nothingToJudge(rule);
        if (nothing != null) {
            return nothing;
        }
        int lookups = outcome.lookups();
        List<String> voids = outcome.voids().stream()
                .filter(SpfOutcome.DeadEnd::fixed)
                .map(gone -> Words.shown(gone.name()))
                .toList();
        Map<String, Object> shown = Map.of("lookups", lookups, "voids", voids);
        if (lookups > MOST_LOOKUPS) {
            String more = outcome.problem() == null ? "" : "at least ";
            return rule.result("spf-lookups-exceeded", shown)
                    .because("The SPF record needs " + more + lookups + " lookups; receivers stop after " + MOST_LOOKUPS
                            + ".");
        }
        if (outcome.problem() == Problem.UNANSWERED) {
            return rule.unknown(outcome.words());
        }
        if (voids.size() > MOST_VOIDS) {
            return rule.result("spf-voids-exceeded", shown)
                    .because(voids.size() + " names that the SPF record leads to hold nothing; receivers stop after "
                            + MOST_VOIDS + ".");
        }
        if (ended()) {
            return rule.notApplicable("The record cannot be followed to its end: " + outcome.words());
        }
        String says = "The SPF record needs " + lookups + " of " + MOST_LOOKUPS + " lookups.";
        return rule.result(lookups >= NEAR ? "spf-lookups-near" : "spf-lookups-within", shown)
                .because(says);
    }

    private @Nullable CheckResult nothingToJudge(CheckRule rule) {
        String silence = survey.texts().unanswered();
        if (silence != null) {
            return rule.unknown(silence);
        }
        boolean usable = survey.senderRecords().size() == 1
                && !(outcome.problem() == Problem.SYNTAX && outcome.at().equals(domain));
        return usable ? null : rule.notApplicable("There is no SPF record that could be judged.");
    }

    /** Whether something other than silence and the number of lookups ended the evaluation. */
    private boolean ended() {
        Problem problem = outcome.problem();
        return problem != null
                && problem != Problem.UNANSWERED
                && problem != Problem.LOOKUPS
                && problem != Problem.VOIDS;
    }
}
