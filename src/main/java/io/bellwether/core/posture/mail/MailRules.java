package io.bellwether.core.posture.mail;

import static io.bellwether.core.posture.CheckOutcome.FAIL;
import static io.bellwether.core.posture.CheckOutcome.PASS;
import static io.bellwether.core.posture.CheckOutcome.WARN;
import static io.bellwether.core.posture.Remediation.remediation;
import static io.bellwether.core.posture.ResultCode.code;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import io.bellwether.core.posture.RuleSet;
import java.util.List;

/**
 * The rules for mail of 2026: RFC 7208, 9989, 9990, 6376, 8301, 8461 and 8460.
 *
 * <p>Points: that anybody can write in the vendor's name is what these records are against, so a domain with mail loses 10
 * without a policy and 8 without a list of senders, and as much where the record is there and cannot be used; a list that lets
 * everybody in is worse than none, 10. Unused domains lose half, because they are forged too, but are believed less. A policy
 * that only watches is 6, one that is being tried 2 to 5, one with a hole below 3. What fails at some receivers only, such as
 * too many lookups, is 6 or less. A transit policy that turns genuine mail away is 8; that there is none is 1, since few
 * domains have one. Reports are the vendor's own business, 2 at most.
 */
final class MailRules {

    static final String ID = "mail-2026.1";

    private static final String SPF = "https://www.rfc-editor.org/rfc/rfc7208";
    private static final String DMARC = "https://www.rfc-editor.org/rfc/rfc9989";

    static final RuleSet SET = new RuleSet(
            ID,
            "Mail authentication and transit, 2026",
            DMARC,
            List.of(
                    spfRecord(),
                    spfPolicy(),
                    spfLookups(),
                    dmarcRecord(),
                    dmarcPolicy(),
                    dmarcReports(),
                    keys(),
                    transit(),
                    transitReports()));

    private MailRules() {}

    private static CheckRule spfRecord() {
        return new CheckRule(
                "spf-record",
                Category.MAIL,
                "SPF record",
                "Without a sound list of who may send for the vendor, forged messages in its name reach your staff.",
                remediation(
                        "Publish exactly one TXT record at the domain that begins with v=spf1, lists every sending service and"
                                + " ends in -all; for a domain that sends nothing: v=spf1 -all. Mend includes that lead nowhere"
                                + " and replace ptr by ip4, ip6 or include.",
                        "Please publish one correct list of the services that may send mail in your name, and keep it free of"
                                + " errors.",
                        Effort.LOW),
                SPF,
                List.of(
                        code("spf-valid", PASS, 0, "The domain has one SPF record without errors."),
                        code("spf-missing", FAIL, 8, "The domain has mail and no SPF record."),
                        code("spf-missing-unused", WARN, 4, "The domain has no mail, and no SPF record that says so."),
                        code(
                                "spf-retired-type",
                                FAIL,
                                8,
                                "SPF is published as the retired record type 99 only, which nobody reads."),
                        code("spf-several", FAIL, 8, "The domain has several SPF records, so that receivers use none."),
                        code(
                                "spf-syntax",
                                FAIL,
                                8,
                                "The SPF record breaks the grammar, so that receivers do not use it."),
                        code("spf-include-broken", FAIL, 7, "The SPF record leads to another that cannot be used."),
                        code("spf-pointer", WARN, 1, "The SPF record uses ptr, which RFC 7208 advises against."),
                        code("spf-long", WARN, 1, "The SPF record is too long for the smallest DNS answers.")));
    }

    private static CheckRule spfPolicy() {
        return new CheckRule(
                "spf-policy",
                Category.MAIL,
                "SPF policy for everybody else",
                "A list of senders that does not refuse all others lets strangers write to you in the vendor's name.",
                remediation(
                        "End the record in -all, or in ~all together with a DMARC policy of quarantine or reject; remove +all,"
                                + " ?all and networks that hold half of the Internet.",
                        "Please tell receivers to refuse mail from servers that are not on your list, after checking that all"
                                + " of your own services are on it.",
                        Effort.MEDIUM),
                SPF,
                List.of(
                        code("spf-hard-fail", PASS, 0, "Senders that are not listed fail."),
                        code(
                                "spf-soft-fail",
                                PASS,
                                0,
                                "Senders that are not listed fail softly, and DMARC makes that count."),
                        code(
                                "spf-soft-fail-alone",
                                WARN,
                                2,
                                "Senders that are not listed fail softly, and no DMARC policy makes that count."),
                        code("spf-neutral", WARN, 5, "Nothing is said of senders that are not listed."),
                        code(
                                "spf-pass-all",
                                FAIL,
                                10,
                                "The SPF record lets an address that has nothing to do with the domain send in its name.")));
    }

    private static CheckRule spfLookups() {
        return new CheckRule(
                "spf-lookups",
                Category.MAIL,
                "SPF lookup limits",
                "A list of senders with too many references is ignored by receivers, so genuine mail can end up as spam.",
                remediation(
                        "Bring the record to at most 10 terms that need DNS, all includes counted, and at most 2 that lead to"
                                + " nothing: remove services that are no longer used, or move some to a subdomain of their own.",
                        "Please tidy up the list of services that send in your name: it has become too long to be read.",
                        Effort.MEDIUM),
                SPF + "#section-4.6.4",
                List.of(
                        code("spf-lookups-within", PASS, 0, "The SPF record keeps to the limits of receivers."),
                        code(
                                "spf-lookups-near",
                                WARN,
                                1,
                                "One more service can take the SPF record over the limit of 10 lookups."),
                        code(
                                "spf-voids-exceeded",
                                WARN,
                                3,
                                "More than two of the names that the SPF record leads to hold nothing."),
                        code(
                                "spf-lookups-exceeded",
                                FAIL,
                                6,
                                "The SPF record needs more than 10 lookups, so that receivers do not use it.")));
    }

    private static CheckRule dmarcRecord() {
        return new CheckRule(
                "dmarc-record",
                Category.MAIL,
                "DMARC record",
                "Without this record receivers are not told what to do with forged mail, so it is often delivered.",
                remediation(
                        "Publish exactly one TXT record at _dmarc below the domain that begins with v=DMARC1 and has p and rua;"
                                + " remove pct, rf and ri, which RFC 9989 has dropped.",
                        "Please publish what receivers shall do with mail that only claims to come from you.",
                        Effort.LOW),
                DMARC,
                List.of(
                        code("dmarc-valid", PASS, 0, "There is one DMARC record without errors."),
                        code("dmarc-missing", FAIL, 10, "The domain has mail and no DMARC record."),
                        code(
                                "dmarc-missing-unused",
                                WARN,
                                5,
                                "The domain has no mail, and no DMARC record that protects its name."),
                        code("dmarc-several", FAIL, 10, "There are several DMARC records, so that receivers use none."),
                        code("dmarc-invalid", FAIL, 10, "There is a DMARC record that receivers cannot use."),
                        code("dmarc-faulty", WARN, 2, "Part of the DMARC record cannot be read and is ignored."),
                        code("dmarc-obsolete", WARN, 0, "The DMARC record has tags that mean nothing any more.")));
    }

    private static CheckRule dmarcPolicy() {
        return new CheckRule(
                "dmarc-policy",
                Category.MAIL,
                "DMARC policy",
                "While the policy only watches, forged invoices and messages in the vendor's name still arrive.",
                remediation(
                        "Read the aggregate reports until all own services pass, then set p=quarantine and p=reject, without"
                                + " t=y; let sp and np be no weaker than p. A domain that sends nothing can have p=reject at once.",
                        "Please have forged mail in your name refused and not only counted, for the names below your domain"
                                + " too.",
                        Effort.MEDIUM),
                DMARC + "#section-4.7",
                List.of(
                        code("dmarc-reject", PASS, 0, "Forged mail is to be refused."),
                        code("dmarc-quarantine", PASS, 0, "Forged mail is to be treated as suspicious."),
                        code(
                                "dmarc-quarantine-unused",
                                WARN,
                                1,
                                "The domain sends nothing, and yet forged mail is not to be refused."),
                        code(
                                "dmarc-reject-testing",
                                WARN,
                                2,
                                "The policy of refusal is being tested, which makes it one of suspicion."),
                        code(
                                "dmarc-quarantine-testing",
                                WARN,
                                5,
                                "The policy of suspicion is being tested, which makes it none."),
                        code(
                                "dmarc-subdomains-open",
                                WARN,
                                3,
                                "The policy is strict for the domain and none for names below it."),
                        code("dmarc-none", FAIL, 6, "The policy asks for nothing to be done with forged mail.")));
    }

    private static CheckRule dmarcReports() {
        return new CheckRule(
                "dmarc-reports",
                Category.MAIL,
                "DMARC reports",
                "A vendor that gets no reports does not learn when somebody writes in its name, or when its own mail is lost.",
                remediation(
                        "Set rua to a mailbox that is read; where it is at another company, that company publishes v=DMARC1 at"
                                + " <domain>._report._dmarc.<its domain>.",
                        "Please have the daily reports about mail in your name sent to a place where somebody reads them.",
                        Effort.LOW),
                "https://www.rfc-editor.org/rfc/rfc9990",
                List.of(
                        code("dmarc-reports-set", PASS, 0, "Aggregate reports go to a mailbox that takes them."),
                        code("dmarc-no-reports", WARN, 2, "No mailbox is named that aggregate reports could go to."),
                        code(
                                "dmarc-reports-refused",
                                WARN,
                                2,
                                "Reports are to go to somebody who does not say that they take them.")));
    }

    private static CheckRule keys() {
        return new CheckRule(
                "dkim-keys",
                Category.MAIL,
                "DKIM keys",
                "With a weak or broken signing key strangers can sign as the vendor, or genuine mail is taken for forged.",
                remediation(
                        "Publish a key of at least 2048 bits (RSA), or Ed25519 beside it, at <selector>._domainkey, without t=y;"
                                + " replace keys at least once a year.",
                        "Please sign your mail with a current, strong key and take old ones out of use.",
                        Effort.LOW),
                "https://www.rfc-editor.org/rfc/rfc8301",
                List.of(
                        code("dkim-valid", PASS, 0, "The keys of all known selectors are sound."),
                        code(
                                "dkim-testing",
                                WARN,
                                1,
                                "A key says that it is only being tried, so that receivers may ignore it."),
                        code("dkim-revoked", WARN, 1, "A key that is said to be in use has been taken back."),
                        code("dkim-short", WARN, 3, "A key has less than 2048 bits."),
                        code("dkim-missing", FAIL, 4, "A selector that is said to be in use has no key."),
                        code("dkim-invalid", FAIL, 5, "A key cannot be read, so that signatures fail."),
                        code("dkim-weak", FAIL, 8, "A key has less than 1024 bits, which receivers must not trust.")));
    }

    private static CheckRule transit() {
        return new CheckRule(
                "mta-sts",
                Category.MAIL,
                "MTA-STS policy",
                "Without it mail to the vendor can be read or turned aside on its way without anybody noticing.",
                remediation(
                        "Publish v=STSv1 with an id at _mta-sts and a policy at https://mta-sts.<domain>/.well-known/mta-sts.txt"
                                + " that names every MX host, first with mode: testing, then enforce, with a max_age of weeks.",
                        "Please make senders insist on an encrypted connection to your own mail servers, and keep the list of"
                                + " those servers up to date.",
                        Effort.MEDIUM),
                "https://www.rfc-editor.org/rfc/rfc8461",
                List.of(
                        code("mta-sts-enforced", PASS, 0, "Senders are told to deliver over verified encryption only."),
                        code("mta-sts-testing", WARN, 0, "The transit policy is being tested."),
                        code("mta-sts-short", WARN, 1, "Senders forget the transit policy within a day."),
                        code("mta-sts-missing", WARN, 1, "There is no transit policy."),
                        code("mta-sts-off", WARN, 1, "The transit policy has been switched off."),
                        code(
                                "mta-sts-record-invalid",
                                WARN,
                                2,
                                "The record that announces the transit policy cannot be used."),
                        code("mta-sts-policy-missing", WARN, 2, "The announced transit policy cannot be had."),
                        code("mta-sts-policy-invalid", WARN, 2, "The transit policy cannot be used."),
                        code(
                                "mta-sts-mismatch-testing",
                                WARN,
                                2,
                                "The transit policy under test does not vouch for every mail exchanger."),
                        code(
                                "mta-sts-mismatch",
                                FAIL,
                                8,
                                "The transit policy does not vouch for every mail exchanger, so that mail to it is refused.")));
    }

    private static CheckRule transitReports() {
        return new CheckRule(
                "tls-rpt",
                Category.MAIL,
                "TLS reporting",
                "Without reports the vendor does not learn that mail to it fails for want of encryption.",
                remediation(
                        "Publish one TXT record at _smtp._tls below the domain: v=TLSRPTv1; rua=mailto:… .",
                        "Please have failures of encrypted delivery reported to a mailbox that somebody reads.",
                        Effort.LOW),
                "https://www.rfc-editor.org/rfc/rfc8460",
                List.of(
                        code("tls-rpt-present", PASS, 0, "Failures of encrypted delivery are reported."),
                        code(
                                "tls-rpt-missing",
                                WARN,
                                0,
                                "Nobody is named to report failures of encrypted delivery to."),
                        code(
                                "tls-rpt-invalid",
                                WARN,
                                1,
                                "The record for reports of encrypted delivery cannot be used.")));
    }
}
