package io.bellwether.core.posture.mail;

import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges what a domain asks receivers to do with mail that only claims to be its own. */
final class DmarcChecks {

    private static final int LOOKALIKE = 24;

    private final String domain;
    private final DmarcWalk walk;
    private final List<ReportPermission> permissions;
    private final MailUse use;
    private final DmarcWalk.@Nullable Step step;
    private final @Nullable DmarcRecord record;

    DmarcChecks(String domain, MailSurvey survey, MailUse use) {
        this.domain = domain;
        this.walk = survey.dmarc();
        this.permissions = survey.permissions();
        this.use = use;
        this.step = walk.blind() == null ? walk.policy() : null;
        this.record = step == null ? null : step.record();
    }

    /** What receivers do, tests taken into account; null without a record that counts. */
    @Nullable DmarcPolicy enforced() {
        DmarcPolicy wanted = wanted();
        return wanted == null || record == null || !record.testing() ? wanted : wanted.tested();
    }

    @Nullable String silence() {
        return walk.blind();
    }

    CheckResult record(CheckRule rule) {
        String blind = walk.blind();
        if (blind != null) {
            return rule.unknown(blind);
        }
        List<String> claims = walk.steps().getFirst().claims();
        if (claims.size() > 1) {
            return rule.result("dmarc-several", Map.of("records", shown(claims)))
                    .because("_dmarc." + domain + " has " + claims.size() + " records, so that none counts.");
        }
        if (step == null || record == null) {
            return missing(rule);
        }
        Map<String, Object> shown = Map.of("at", "_dmarc." + step.domain(), "records", shown(step.claims()));
        if (!record.applies()) {
            return rule.result("dmarc-invalid", shown)
                    .because("The DMARC record at _dmarc." + step.domain() + " has no policy that can be read.");
        }
        if (!record.faults().isEmpty()) {
            return rule.result("dmarc-faulty", shown)
                    .because("Part of the DMARC record is ignored: "
                            + record.faults().getFirst());
        }
        return record.obsolete().isEmpty()
                ? rule.result("dmarc-valid", shown)
                : rule.result("dmarc-obsolete", shown)
                        .because("The DMARC record has tags that mean nothing any more: "
                                + String.join(", ", record.obsolete()) + ".");
    }

    private CheckResult missing(CheckRule rule) {
        List<String> similar = walk.steps().getFirst().answer().values().stream()
                .filter(DmarcChecks::looksLikeARecord)
                .toList();
        return similar.isEmpty()
                ? SpfChecks.unlessUnused(rule, "dmarc-missing", use)
                : rule.result("dmarc-invalid", Map.of("records", shown(similar)));
    }

    CheckResult policy(CheckRule rule) {
        DmarcPolicy wanted = wanted();
        if (wanted == null || record == null || step == null) {
            return nothingToJudge(rule);
        }
        Map<String, Object> shown = Map.of(
                "policy", wanted.word(),
                "subdomains", record.below().word(),
                "nonexistent", record.belowNothing().word(),
                "testing", record.testing(),
                "strictDkim", record.strictDkim(),
                "strictSpf", record.strictSpf(),
                "from", step.domain());
        if (wanted == DmarcPolicy.NONE) {
            return rule.result("dmarc-none", shown);
        }
        if (record.testing()) {
            return rule.result("dmarc-" + wanted.word() + "-testing", shown);
        }
        if (leavesNamesBelowOpen()) {
            // A record further up may be the organization's, and this one then says nothing about the names below.
            String silence = walk.silence();
            return silence == null ? rule.result("dmarc-subdomains-open", shown) : rule.unknown(silence);
        }
        return use.sendsNothing() && wanted == DmarcPolicy.QUARANTINE
                ? rule.result("dmarc-quarantine-unused", shown)
                : rule.result("dmarc-" + wanted.word(), shown);
    }

    CheckResult reports(CheckRule rule) {
        if (record == null || !record.applies()) {
            return nothingToJudge(rule);
        }
        Map<String, Object> shown = Map.of(
                "addresses",
                addresses(record.aggregate()),
                "failureAddresses",
                addresses(record.failure()),
                "failureOptions",
                Words.shown(record.failureOptions()));
        if (record.aggregate().stream().noneMatch(ReportAddress::byMail)) {
            return rule.result("dmarc-no-reports", shown);
        }
        List<String> refused = permissions.stream()
                .filter(permission -> Boolean.FALSE.equals(permission.granted()))
                .map(permission -> Words.shown(permission.host()))
                .toList();
        if (!refused.isEmpty()) {
            return rule.result("dmarc-reports-refused", shown)
                    .because("Reports are to go to " + String.join(", ", refused)
                            + ", which does not say that it takes them.");
        }
        for (ReportPermission permission : permissions) {
            String reason = permission.reason();
            if (reason != null) {
                return rule.unknown(reason);
            }
        }
        return rule.result("dmarc-reports-set", shown);
    }

    private CheckResult nothingToJudge(CheckRule rule) {
        String blind = walk.blind();
        return blind == null
                ? rule.notApplicable("There is no DMARC record that could be judged.")
                : rule.unknown(blind);
    }

    private @Nullable DmarcPolicy wanted() {
        if (record == null || step == null || !record.applies()) {
            return null;
        }
        return step.domain().equals(domain) ? record.own() : record.below();
    }

    /** Only the record of an organization speaks for the names below (RFC 9989, 4.7, sp). */
    private boolean leavesNamesBelowOpen() {
        return record != null
                && domain.equals(walk.organizationalDomain())
                && (record.below() == DmarcPolicy.NONE || record.belowNothing() == DmarcPolicy.NONE);
    }

    private static boolean looksLikeARecord(String text) {
        return text.substring(0, Math.min(LOOKALIKE, text.length()))
                .toLowerCase(Locale.ROOT)
                .contains("dmarc");
    }

    private static List<String> addresses(List<ReportAddress> addresses) {
        return addresses.stream().map(address -> Words.shown(address.text())).toList();
    }

    private static List<String> shown(List<String> texts) {
        return texts.stream().map(Words::shown).toList();
    }
}
