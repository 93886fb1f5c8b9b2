package io.bellwether.core.posture.registration;

import static io.bellwether.core.posture.CheckOutcome.FAIL;
import static io.bellwether.core.posture.CheckOutcome.PASS;
import static io.bellwether.core.posture.CheckOutcome.WARN;
import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import io.bellwether.core.posture.Remediation;
import io.bellwether.core.posture.ResultCode;
import io.bellwether.core.posture.RuleSet;
import java.util.List;
import java.util.Locale;

/**
 * What the kind {@code domain} reports, as a rule set: its checks are the signals of the kind's findings, its codes their values in
 * lower case. What its points are for:
 *
 * <ul>
 *   <li>A registration that is about to end, or has ended, takes 30: everything under the name stops at once. One that is let
 *       come close takes 5: most are renewed by themselves in time.
 *   <li>A missing lock against transfer takes 3: it stops thieves who fooled the registrar. One against deletion takes 1: few
 *       registrars set it by themselves, and a deleted name can be had back for a month.
 *   <li>Registrar and name servers take nothing. Their findings have names for values and so no codes; a change is a changed
 *       finding.
 * </ul>
 */
public final class RegistrationRules {

    private static final String STATUS_CODES = "https://www.icann.org/resources/pages/epp-status-codes-2014-06-16-en";
    private static final String RDAP = "https://www.rfc-editor.org/rfc/rfc9083";

    static final CheckRule EXPIRY = rule(
            "domain-expiry",
            "Domain expiry",
            "Its internet address is rented, and the rent runs out: its site and its mail would stop.",
            remediation(
                    "Renew the registration for several years and switch automatic renewal on.",
                    "Ask the vendor to renew its internet address, and to have it renewed by itself.",
                    Effort.LOW),
            RDAP,
            code(PASS, 0, "The registration has long to run."),
            code(WARN, 5, "The registration ends soon."),
            code(FAIL, 30, "The registration has ended or is about to."));

    static final CheckRule TRANSFER_LOCK = rule(
            "domain-transfer-lock",
            "Transfer lock (clientTransferProhibited)",
            "A thief who fools the firm that rents out its internet address could move the address away.",
            remediation(
                    "Set clientTransferProhibited at the registrar; for names that must not be lost also the registry lock.",
                    "Ask the vendor to lock its internet address against being moved away.",
                    Effort.LOW),
            STATUS_CODES,
            code(PASS, 0, "The domain is locked against transfer."),
            code(WARN, 3, "The domain is not locked against transfer."));

    static final CheckRule DELETE_LOCK = rule(
            "domain-delete-lock",
            "Delete lock (clientDeleteProhibited)",
            "Its internet address could be deleted by mistake or by a thief.",
            remediation(
                    "Set clientDeleteProhibited at the registrar.",
                    "Ask the vendor to lock its internet address against being deleted.",
                    Effort.LOW),
            STATUS_CODES,
            code(PASS, 0, "The domain is locked against deletion."),
            code(WARN, 1, "The domain is not locked against deletion."));

    static final CheckRule REGISTRAR = rule(
            "domain-registrar",
            "Registrar",
            "Its internet address is looked after by another firm than before.",
            remediation(
                    "Confirm that the change of the registrar was wanted.",
                    "Ask the vendor whether it meant to change the firm that looks after its internet address.",
                    Effort.LOW),
            RDAP);

    static final CheckRule NAME_SERVERS = rule(
            "domain-name-servers",
            "Name servers at the registry",
            "The directory now sends its visitors to other servers than before.",
            remediation(
                    "Confirm that the change of the name servers was wanted.",
                    "Ask the vendor whether it meant to change who answers for its internet address.",
                    Effort.LOW),
            RDAP);

    public static final RuleSet SET = new RuleSet(
            "registration-1",
            "Domain registration",
            RDAP,
            List.of(EXPIRY, TRANSFER_LOCK, DELETE_LOCK, REGISTRAR, NAME_SERVERS));

    private RegistrationRules() {}

    private static CheckRule rule(
            String id, String name, String meaning, Remediation remediation, String reference, ResultCode... codes) {
        return new CheckRule(id, Category.DNS, name, meaning, remediation, reference, List.of(codes));
    }

    private static ResultCode code(CheckOutcome outcome, double points, String says) {
        return new ResultCode(outcome.name().toLowerCase(Locale.ROOT), outcome, 0, points, says);
    }
}
