package io.bellwether.core.posture.mail;

import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges how mail to a domain is kept from being read or turned aside on its way. */
final class TransitChecks {

    private static final long DAY = 86_400;
    private static final int LONGEST_ID = 32;

    private final MailSurvey survey;
    private final MailUse use;
    private final @Nullable PolicyDocument document;

    TransitChecks(MailSurvey survey, MailUse use, @Nullable PolicyDocument document) {
        this.survey = survey;
        this.use = use;
        this.document = document;
    }

    CheckResult policy(CheckRule rule) {
        CheckResult nothing = nothingToJudge(rule, survey.transit());
        if (nothing != null) {
            return nothing;
        }
        List<String> claims = claims(survey.transit(), "STSv1");
        if (claims.isEmpty()) {
            return rule.result("mta-sts-missing", Map.of());
        }
        Map<String, Object> shown =
                Map.of("records", claims.stream().map(Words::shown).toList());
        if (claims.size() > 1 || !announces(claims.getFirst())) {
            return rule.result("mta-sts-record-invalid", shown);
        }
        return document == null ? rule.unknown("The policy was not fetched.") : fetched(rule, document);
    }

    private CheckResult fetched(CheckRule rule, PolicyDocument found) {
        String silence = found.unanswered();
        if (silence != null) {
            return rule.unknown(silence);
        }
        String text = found.text();
        if (text == null) {
            String why = Objects.requireNonNullElse(
                    found.refused(), "its address answers with status " + found.status() + ".");
            return rule.result("mta-sts-policy-missing", Map.of("url", found.url()))
                    .because("The announced policy cannot be had: " + Words.shown(why));
        }
        StsPolicy policy = StsPolicy.parse(text);
        Map<String, Object> shown =
                Map.of("mode", policy.mode(), "maxAge", policy.maxAge(), "exchangers", shown(policy.exchangers()));
        if (!policy.faults().isEmpty()) {
            return rule.result("mta-sts-policy-invalid", shown)
                    .because("The policy cannot be used: " + policy.faults().getFirst());
        }
        return judged(rule, policy, shown);
    }

    private CheckResult judged(CheckRule rule, StsPolicy policy, Map<String, Object> shown) {
        if (policy.mode().equals("none")) {
            return rule.result("mta-sts-off", shown);
        }
        List<String> strange =
                use.hosts().stream().filter(host -> !policy.vouchesFor(host)).toList();
        boolean enforced = policy.mode().equals("enforce");
        if (!strange.isEmpty()) {
            return rule.result(enforced ? "mta-sts-mismatch" : "mta-sts-mismatch-testing", shown)
                    .because("The policy does not vouch for " + String.join(", ", shown(strange)) + ".");
        }
        if (!enforced) {
            return rule.result("mta-sts-testing", shown);
        }
        return rule.result(policy.maxAge() < DAY ? "mta-sts-short" : "mta-sts-enforced", shown);
    }

    CheckResult reports(CheckRule rule) {
        CheckResult nothing = nothingToJudge(rule, survey.transitReports());
        if (nothing != null) {
            return nothing;
        }
        List<String> claims = claims(survey.transitReports(), "TLSRPTv1");
        if (claims.isEmpty()) {
            return rule.result("tls-rpt-missing", Map.of());
        }
        String addresses = TagList.parse(claims.getFirst()).get("rua");
        boolean usable = claims.size() == 1
                && addresses != null
                && !ReportAddress.parse(addresses).isEmpty();
        return rule.result(usable ? "tls-rpt-present" : "tls-rpt-invalid", Map.of("records", shown(claims)));
    }

    /** Without mail exchangers no mail is on its way here; without an answer nothing can be told. */
    private @Nullable CheckResult nothingToJudge(CheckRule rule, DnsAnswer answer) {
        if (use.acceptsNothing()) {
            return rule.notApplicable("The domain names no mail exchanger, so no mail is on its way to it.");
        }
        String silence = use.silence() == null ? answer.unanswered() : use.silence();
        return silence == null ? null : rule.unknown(silence);
    }

    private static boolean announces(String record) {
        String id = Objects.requireNonNullElse(TagList.parse(record).get("id"), "");
        return !id.isEmpty()
                && id.length() <= LONGEST_ID
                && id.chars().allMatch(character -> character < 128 && Character.isLetterOrDigit(character));
    }

    private static List<String> claims(DnsAnswer answer, String version) {
        return answer.values().stream()
                .filter(text -> TagList.begins(text, version))
                .toList();
    }

    private static List<String> shown(List<String> texts) {
        return texts.stream().limit(20).map(Words::shown).toList();
    }
}
