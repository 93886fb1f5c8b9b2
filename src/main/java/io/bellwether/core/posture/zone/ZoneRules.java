package io.bellwether.core.posture.zone;

import static io.bellwether.core.posture.CheckOutcome.FAIL;
import static io.bellwether.core.posture.CheckOutcome.PASS;
import static io.bellwether.core.posture.CheckOutcome.WARN;
import static io.bellwether.core.posture.Remediation.remediation;
import static io.bellwether.core.posture.ResultCode.code;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import io.bellwether.core.posture.Remediation;
import io.bellwether.core.posture.ResultCode;
import io.bellwether.core.posture.RuleSet;
import java.util.List;

/**
 * The rule set {@code zone-2026.1}, our own, after the RFCs that each check names. What its points are for:
 *
 * <ul>
 *   <li>Signatures that do not hold take 25: whoever checks them, as large public resolvers do, cannot reach the vendor at all.
 *   <li>One name server takes 10 and servers that do not know the zone 7: the next fault is an outage.
 *   <li>An alias that leads nowhere takes 6, and 12 where its end looks free to take: grave if confirmed, but only a hint.
 *   <li>All servers in one network take 4: common with small hosters, and rarely the cause of an outage.
 *   <li>A missing signature, a missing limit on authorities, a silent server and a delegation that is out of step take 1 to 3:
 *       most zones of good vendors are unsigned, and what is out of step works as long as one name is right.
 *   <li>Serials that differ and a missing IPv6 address take nothing: zones that two makers serve have different serials for
 *       good, and no rating takes points for IPv4.
 * </ul>
 */
final class ZoneRules {

    static final CheckRule CAA = rule(
            "zone-caa",
            "Certification authority authorization (CAA)",
            "Any of the many firms that hand out security seals may make one out to its name, for whoever fools it.",
            remediation(
                    "Publish CAA records with an issue property for each certification authority in use, and an iodef"
                            + " contact; bind them to the account (RFC 8657) where the authority supports it.",
                    "Ask the vendor to name the firms that may make out security seals for its site.",
                    Effort.LOW),
            "https://www.rfc-editor.org/rfc/rfc8659",
            code("caa-restricted", PASS, 0, "CAA records say which authorities may issue certificates."),
            code("caa-without-issuers", WARN, 1, "There are CAA records, but none that limits who may issue."),
            code("caa-absent", WARN, 2, "No CAA record on the way up the tree: every authority may issue."));

    static final CheckRule DNSSEC = rule(
            "zone-dnssec",
            "DNS signatures (DNSSEC)",
            "Its address in the internet's directory can be forged, or can no longer be looked up by many people.",
            remediation(
                    "Sign the zone and publish its DS record at the registrar; renew signatures and keys automatically and"
                            + " watch that they hold.",
                    "Ask the vendor to protect its internet address against forgery.",
                    Effort.MEDIUM),
            "https://www.rfc-editor.org/rfc/rfc9364",
            code("dnssec-valid", PASS, 0, "The zone is signed, and every link up to the root holds."),
            code("dnssec-unsigned", WARN, 3, "The zone is not signed."),
            code(
                    "dnssec-bogus",
                    FAIL,
                    25,
                    "The zone's signatures do not hold: resolvers that validate do not answer for it."));

    static final CheckRule SERVER_COUNT = rule(
            "zone-server-count",
            "Number of name servers",
            "A single failure at whoever keeps its internet address would make it unreachable.",
            remediation(
                    "Serve the zone from at least two name servers.",
                    "Ask the vendor to have its internet address kept in more than one place.",
                    Effort.LOW),
            "https://www.rfc-editor.org/rfc/rfc2182",
            code("several-servers", PASS, 0, "Two or more name servers serve the zone."),
            code("single-server", FAIL, 10, "Only one name server serves the zone."));

    static final CheckRule NETWORKS = rule(
            "zone-server-networks",
            "Networks of the name servers",
            "Everything that keeps its internet address stands in one place, and would fail together.",
            remediation(
                    "Put name servers into different networks, best at different operators.",
                    "Ask the vendor to have its internet address kept in places that do not fail together.",
                    Effort.MEDIUM),
            "https://www.rfc-editor.org/rfc/rfc2182#section-3.1",
            code("networks-differ", PASS, 0, "The name servers lie in different networks."),
            code("networks-same", WARN, 4, "All name servers lie in one network."));

    static final CheckRule DELEGATION = rule(
            "zone-delegation",
            "Agreement of the delegation",
            "The directory above it and its own disagree about who keeps its internet address, which makes faults hard to find.",
            remediation(
                    "Make the NS records of the zone and those at the registrar the same.",
                    "Ask the vendor to bring the registration of its internet address up to date.",
                    Effort.LOW),
            "https://www.rfc-editor.org/rfc/rfc1034#section-4.2.2",
            code("delegation-agrees", PASS, 0, "The zone and the zone above name the same name servers."),
            code("delegation-differs", WARN, 2, "The zone and the zone above name different name servers."));

    static final CheckRule ANSWERS = rule(
            "zone-servers-answer",
            "Answers of the name servers",
            "Some of those who should know its internet address do not, so that it is found slowly or not at all.",
            remediation(
                    "Configure the zone on every name server it is delegated to, or take the server out of the delegation.",
                    "Ask the vendor to have everyone who keeps its internet address know it.",
                    Effort.LOW),
            "https://www.rfc-editor.org/rfc/rfc1912#section-2.8",
            code("servers-answer", PASS, 0, "Every name server answers for the zone."),
            code("servers-silent", WARN, 3, "Some name servers do not answer."),
            code("servers-lame", FAIL, 7, "Some name servers do not know the zone that is delegated to them."));

    static final CheckRule SERIALS = rule(
            "zone-serials",
            "Agreement of the name servers' data",
            "Those who keep its internet address may not all have its latest data.",
            remediation(
                    "Check that changes of the zone reach every name server.",
                    "Ask the vendor whether changes of its internet address reach everyone who keeps it.",
                    Effort.LOW),
            "https://www.rfc-editor.org/rfc/rfc1912#section-2.2",
            code("serials-agree", PASS, 0, "Every name server has the same serial."),
            code("serials-differ", WARN, 0, "Name servers have different serials; two makers' servers may for good."));

    static final CheckRule ALIASES = rule(
            "zone-aliases",
            "Aliases that lead nowhere",
            "One of its addresses leads to a place that is gone; a stranger who takes that place could pose as it.",
            remediation(
                    "Remove the CNAME records whose target does not exist, or create the target again.",
                    "Ask the vendor to remove addresses of services that it no longer uses.",
                    Effort.LOW),
            "https://learn.microsoft.com/azure/security/fundamentals/subdomain-takeover",
            code("aliases-lead-on", PASS, 0, "Every alias leads to a name that exists."),
            code("alias-dangling", WARN, 6, "An alias leads to a name that does not exist; not confirmed."),
            code(
                    "alias-claimable",
                    WARN,
                    12,
                    "An alias leads to a name that does not exist and that others may be able to take; not confirmed."));

    static final CheckRule IPV6 = rule(
            "zone-ipv6",
            "IPv6 addresses of the hosts",
            "People with the newest kind of connection reach it by a detour.",
            remediation(
                    "Publish AAAA records and serve the same content over IPv6.",
                    "Nothing needs to be asked for: this is for information.",
                    Effort.MEDIUM),
            "https://www.rfc-editor.org/rfc/rfc6540",
            code("ipv6-published", PASS, 0, "Every host has an IPv6 address."),
            code("ipv4-only", PASS, 0, "Some hosts have no IPv6 address; for information."));

    static final RuleSet SET = new RuleSet(
            "zone-2026.1",
            "Zone and name servers",
            "https://www.rfc-editor.org/rfc/rfc2182",
            List.of(CAA, DNSSEC, SERVER_COUNT, NETWORKS, DELEGATION, ANSWERS, SERIALS, ALIASES, IPV6));

    private ZoneRules() {}

    private static CheckRule rule(
            String id, String name, String meaning, Remediation remediation, String reference, ResultCode... codes) {
        return new CheckRule(id, Category.DNS, name, meaning, remediation, reference, List.of(codes));
    }
}
