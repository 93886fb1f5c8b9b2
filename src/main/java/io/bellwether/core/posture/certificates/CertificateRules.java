package io.bellwether.core.posture.certificates;

import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import io.bellwether.core.posture.ResultCode;
import io.bellwether.core.posture.RuleSet;
import java.util.List;

/**
 * What the kind {@code certificates} reports, as a rule set: its check is the signal of the kind's finding, its codes that finding's
 * values in lower case. A certificate from an authority that is not expected takes 8: with it somebody else may pose as the
 * vendor, but more often the vendor has changed its authority and told nobody.
 */
public final class CertificateRules {

    public static final CheckRule ISSUER = new CheckRule(
            "certificate-unexpected-issuer",
            Category.TRUST,
            "Certificates from authorities that are not expected",
            "A security seal in its name was made out by a firm that it is not known to use; somebody may pose as it.",
            remediation(
                    "Find out who ordered the certificate; have it revoked if nobody did, and limit by CAA records who"
                            + " may issue.",
                    "Ask the vendor whether it ordered the new security seal for its site, and to have it withdrawn if"
                            + " not.",
                    Effort.LOW),
            "https://www.rfc-editor.org/rfc/rfc9162",
            List.of(
                    new ResultCode("pass", CheckOutcome.PASS, 0, 0, "Every certificate is from an expected authority."),
                    new ResultCode(
                            "warn",
                            CheckOutcome.WARN,
                            0,
                            8,
                            "A certificate that is still good is from an authority that is not expected.")));

    public static final RuleSet SET = new RuleSet(
            "certificates-1", "Certificates in public logs", "https://www.rfc-editor.org/rfc/rfc9162", List.of(ISSUER));

    private CertificateRules() {}
}
