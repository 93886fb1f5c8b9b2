package io.bellwether.core.posture.securitytxt;

import static io.bellwether.core.posture.CheckOutcome.FAIL;
import static io.bellwether.core.posture.CheckOutcome.PASS;
import static io.bellwether.core.posture.CheckOutcome.WARN;
import static io.bellwether.core.posture.Remediation.remediation;
import static io.bellwether.core.posture.ResultCode.code;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import io.bellwether.core.posture.ResultCode;
import io.bellwether.core.posture.RuleSet;
import java.util.List;

/**
 * RFC 9116 as a rule set. The file protects nobody by itself, it shortens the way of a report; so its absence and what makes it
 * useless take one point each, and everything else about its form takes none.
 */
final class SecurityTxtRules {

    private static final String RFC = "https://www.rfc-editor.org/rfc/rfc9116.html";

    static final CheckRule PRESENT = rule(
            "security-txt",
            "security.txt",
            "Who finds a weakness in its service cannot see whom to tell, so it may stay open longer.",
            "Serve a security.txt over https at /.well-known/security.txt of the domain itself, with at least Contact and Expires.",
            "Ask the vendor to publish on its web site where security problems can be reported.",
            "#section-3",
            code("security-txt-present", PASS, 0, "The file is where it should be."),
            code("security-txt-legacy-place", WARN, 0, "The file is only at the old place, /security.txt."),
            code("security-txt-other-host", WARN, 0, "The file is answered by another host."),
            code("security-txt-in-the-clear", WARN, 1, "The way to the file leaves the encrypted connection."),
            code("security-txt-missing", WARN, 1, "There is no such file."));

    static final CheckRule CONTACT = rule(
            "security-txt-contact",
            "security.txt: Contact",
            "Its page for reporting security problems does not say how to reach anybody.",
            "Give at least one Contact that is a URI: mailto:, tel: or https://, the preferred one first.",
            "Ask the vendor to add a working address to its page for reporting security problems.",
            "#section-2.5.3",
            code("contact-present", PASS, 0, "There is a way to get in touch."),
            code("contact-unusable", WARN, 1, "No Contact is a URI that can be used."),
            code("contact-missing", FAIL, 1, "There is no Contact."));

    static final CheckRule EXPIRY = rule(
            "security-txt-expiry",
            "security.txt: Expires",
            "Its page for reporting security problems is out of date, so reports may reach nobody.",
            "Set Expires exactly once, as an RFC 3339 date-time less than a year ahead, and renew it before that day.",
            "Ask the vendor to review and renew its page for reporting security problems.",
            "#section-2.5.5",
            code("expiry-good", PASS, 0, "The file is valid."),
            code("expiry-far", WARN, 0, "The file is valid for more than the recommended year."),
            code("expiry-passed", FAIL, 1, "The file has expired and should not be used."),
            code("expiry-unreadable", FAIL, 1, "Expires is not a date and time as in RFC 3339."),
            code("expiry-repeated", FAIL, 1, "There is more than one Expires."),
            code("expiry-missing", FAIL, 1, "There is no Expires."));

    static final CheckRule CANONICAL = rule(
            "security-txt-canonical",
            "security.txt: Canonical",
            "Its page for reporting security problems says that it belongs to another address, so readers should not trust it.",
            "List the URL that the file is fetched from in a Canonical field of its own.",
            "Ask the vendor to correct the address that its page for reporting security problems names as its own.",
            "#section-2.5.2",
            code("canonical-matches", PASS, 0, "The file names the URL it was fetched from."),
            code("canonical-missing-signed", WARN, 0, "The file is signed but does not say where it belongs."),
            code("canonical-differs", WARN, 0, "The file names other URLs than the one it was fetched from."));

    static final CheckRule FORM = rule(
            "security-txt-valid",
            "security.txt: form",
            "Programs that read its page for reporting security problems may misunderstand it.",
            "Serve it as text/plain; charset=utf-8 and correct the lines that break the grammar of RFC 9116, section 4.",
            "Ask the vendor to correct the form of its page for reporting security problems.",
            "#section-4",
            code("form-good", PASS, 0, "The file follows the grammar."),
            code("form-faulty", WARN, 0, "The file breaks the grammar."));

    static final CheckRule SIGNATURE = rule(
            "security-txt-signature",
            "security.txt: signature",
            "The seal on its page for reporting security problems is broken: somebody may have changed the page.",
            "Sign the file anew after each change, and publish the key under Encryption.",
            "Ask the vendor to check its page for reporting security problems and to seal it anew.",
            "#section-2.3",
            code("signature-good", PASS, 0, "The signature is good for the key the file names."),
            code("signature-bad", FAIL, 1, "The signature does not fit the text."));

    static final RuleSet RULES = new RuleSet(
            "security-txt-1",
            "Contact for reporting weaknesses (security.txt)",
            RFC,
            List.of(PRESENT, CONTACT, EXPIRY, CANONICAL, FORM, SIGNATURE));

    private SecurityTxtRules() {}

    private static CheckRule rule(
            String id, String name, String meaning, String it, String marketing, String section, ResultCode... codes) {
        return new CheckRule(
                id,
                Category.TRUST,
                name,
                meaning,
                remediation(it, marketing, Effort.LOW),
                RFC + section,
                List.of(codes));
    }
}
