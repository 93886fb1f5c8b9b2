package io.bellwether.core.posture.mail;

import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.Assessor;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.GradeCard;
import io.bellwether.core.posture.GradeCard.Step;
import io.bellwether.core.posture.RuleSet;
import java.util.ArrayList;
import java.util.List;

/** Judges a domain's mail records by the rules of 2026. The score is 100 less the points; there is no letter. */
public final class MailAssessor implements Assessor<MailEvidence> {

    private static final int BASE = 100;

    private static final List<String> UNTESTED = List.of(
            "Encryption and certificates of the mail servers are not tested: port 25 is not contacted.",
            "Records that pin those certificates in DNS (DANE) are not read.",
            "Logos beside messages (BIMI) are not judged.");

    @Override
    public RuleSet ruleSet() {
        return MailRules.SET;
    }

    @Override
    public String kind() {
        return MailEvidence.KIND;
    }

    @Override
    public Class<MailEvidence> evidence() {
        return MailEvidence.class;
    }

    @Override
    public Assessment assess(MailEvidence evidence) {
        String unknown = evidence.unknown();
        List<CheckResult> results = unknown == null ? judged(evidence) : MailRules.SET.unknown(unknown);
        return new Assessment(MailRules.ID, evidence.target(), evidence.observedAt(), results, card(results));
    }

    private static List<CheckResult> judged(MailEvidence evidence) {
        MailSurvey survey = MailSurvey.of(evidence.domain(), evidence.selectors(), evidence.questions());
        MailUse use = MailUse.of(evidence.sends(), survey);
        SpfChecks spf = new SpfChecks(evidence.domain(), survey, use);
        DmarcChecks dmarc = new DmarcChecks(evidence.domain(), survey, use);
        TransitChecks transit = new TransitChecks(survey, use, evidence.policy());
        return MailRules.SET.checks().stream()
                .map(rule -> judged(rule, spf, dmarc, transit, survey, use))
                .toList();
    }

    private static CheckResult judged(
            CheckRule rule, SpfChecks spf, DmarcChecks dmarc, TransitChecks transit, MailSurvey survey, MailUse use) {
        return switch (rule.id()) {
            case "spf-record" -> spf.record(rule);
            case "spf-policy" -> spf.policy(rule, dmarc.enforced(), dmarc.silence());
            case "spf-lookups" -> spf.lookups(rule);
            case "dmarc-record" -> dmarc.record(rule);
            case "dmarc-policy" -> dmarc.policy(rule);
            case "dmarc-reports" -> dmarc.reports(rule);
            case "dkim-keys" -> KeyCheck.of(rule, survey, use);
            case "mta-sts" -> transit.policy(rule);
            case "tls-rpt" -> transit.reports(rule);
            default -> throw new IllegalStateException("nobody judges " + rule.id());
        };
    }

    /** What cannot be told takes nothing; where nothing can be told there is no score. */
    private static GradeCard card(List<CheckResult> results) {
        List<Step> arithmetic = new ArrayList<>();
        List<String> untested = new ArrayList<>(UNTESTED);
        double score = BASE;
        boolean known = false;
        arithmetic.add(new Step("Base", score));
        for (CheckResult result : results) {
            if (result.outcome() == CheckOutcome.UNKNOWN) {
                untested.add(result.checkId() + " could not be told: " + result.reason());
            }
            known |= result.outcome().known();
            if (result.points() > 0) {
                score -= result.points();
                arithmetic.add(new Step(result.checkId() + ": " + result.resultCode(), -result.points()));
            }
        }
        arithmetic.add(new Step("Score", score));
        return known
                ? new GradeCard((int) Math.round(Math.max(0, score)), null, arithmetic, untested)
                : new GradeCard(null, null, List.of(), untested);
    }
}
