package io.bellwether.core.posture.mail;

import io.bellwether.core.posture.mail.SpfOutcome.Problem;
import io.bellwether.core.posture.mail.SpfRecord.Directive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The check_host() of RFC 7208, 4: what a domain's records say of one sender. */
public final class Spf {

    private static final int MOST_EXCHANGERS = 10;

    private final SpfMessage message;
    private final SpfLimits limits;
    private final Questions dns;
    private final SpfNames names;
    private final List<SpfOutcome.DeadEnd> voids = new ArrayList<>();
    private int lookups;
    private boolean usesPointer;
    private @Nullable String explanation;

    private Spf(SpfMessage message, SpfLimits limits, Questions dns) {
        this.message = message;
        this.limits = limits;
        this.dns = dns;
        this.names = new SpfNames(message, dns);
    }

    public static SpfOutcome check(SpfMessage message, SpfLimits limits, Questions dns) {
        return new Spf(message, limits, dns).outcome();
    }

    private SpfOutcome outcome() {
        try {
            SpfResult result = evaluate(message.domain(), false);
            return new SpfOutcome(result, explanation, lookups, voids, usesPointer, null, "", "");
        } catch (SpfError e) {
            SpfResult result = e.problem() == Problem.UNANSWERED ? SpfResult.TEMPERROR : SpfResult.PERMERROR;
            return new SpfOutcome(result, null, lookups, voids, usesPointer, e.problem(), e.domain(), e.sentence());
        }
    }

    /** @param included whether only a yes or no is wanted, without words */
    private SpfResult evaluate(String domain, boolean included) throws SpfError {
        String text = published(domain);
        if (text == null) {
            return SpfResult.NONE;
        }
        SpfRecord record = SpfRecord.parse(text);
        if (!record.faults().isEmpty()) {
            throw new SpfError(Problem.SYNTAX, domain, record.faults().getFirst());
        }
        for (Directive directive : record.directives()) {
            if (matches(directive.mechanism(), domain)) {
                if (directive.result() == SpfResult.FAIL && !included && limits.explains()) {
                    explanation = names.explanation(record.explanation(), domain);
                }
                return directive.result();
            }
        }
        MacroText redirect = record.redirect();
        return redirect == null ? SpfResult.NEUTRAL : redirected(redirect, domain, included);
    }

    private SpfResult redirected(MacroText redirect, String domain, boolean included) throws SpfError {
        count(domain);
        String target = names.expand(redirect, domain);
        SpfResult result = evaluate(target, included);
        if (result == SpfResult.NONE) {
            throw new SpfError(
                    Problem.MISSING_RECORD, target, "It goes on at " + Words.shown(target) + ", which has no record.");
        }
        return result;
    }

    /** The text of a domain's one record, null without one. */
    private @Nullable String published(String domain) throws SpfError {
        if (!SpfNames.hasDot(domain) || !SpfNames.askable(domain)) {
            return null;
        }
        DnsAnswer answer = answered(dns.ask(domain, "TXT"), domain);
        List<String> records = answer.values().stream().filter(SpfRecord::isSpf).toList();
        if (records.size() > 1) {
            throw new SpfError(
                    Problem.SEVERAL_RECORDS,
                    domain,
                    Words.shown(domain) + " has " + records.size() + " records where one is allowed.");
        }
        return records.isEmpty() ? null : records.getFirst();
    }

    private boolean matches(Mechanism mechanism, String domain) throws SpfError {
        return switch (mechanism) {
            case Mechanism.All() -> true;
            case Mechanism.Network(IpAddress network, int prefix) ->
                message.ip().within(network, prefix);
            case Mechanism.Include(MacroText target) -> included(target, domain);
            case Mechanism.Hosts hosts -> hosts.exchangers() ? exchangers(hosts, domain) : host(hosts, domain);
            case Mechanism.Exists(MacroText target) -> {
                count(domain);
                yield asked(names.expand(target, domain), "A", target.fixed()).found();
            }
            case Mechanism.Pointer(MacroText target) -> {
                count(domain);
                usesPointer = true;
                yield pointer(target == null ? domain : names.expand(target, domain));
            }
        };
    }

    private boolean included(MacroText target, String domain) throws SpfError {
        count(domain);
        String other = names.expand(target, domain);
        return switch (evaluate(other, true)) {
            case PASS -> true;
            case NONE ->
                throw new SpfError(
                        Problem.MISSING_RECORD, other, "It includes " + Words.shown(other) + ", which has no record.");
            default -> false;
        };
    }

    private boolean host(Mechanism.Hosts hosts, String domain) throws SpfError {
        count(domain);
        MacroText target = hosts.domain();
        String name = target == null ? domain : names.expand(target, domain);
        return holds(asked(name, names.addressType(), target == null || target.fixed()), hosts);
    }

    private boolean exchangers(Mechanism.Hosts hosts, String domain) throws SpfError {
        count(domain);
        MacroText target = hosts.domain();
        String name = target == null ? domain : names.expand(target, domain);
        DnsAnswer answer = asked(name, "MX", target == null || target.fixed());
        if (answer.records() > MOST_EXCHANGERS) {
            throw new SpfError(
                    Problem.EXCHANGERS,
                    domain,
                    Words.shown(name) + " has " + answer.records() + " mail exchangers; at most " + MOST_EXCHANGERS
                            + " are looked at.");
        }
        for (String value : answer.values()) {
            String exchanger = value.substring(value.indexOf(' ') + 1);
            if (SpfNames.askable(exchanger)
                    && holds(answered(dns.ask(exchanger, names.addressType()), domain), hosts)) {
                return true;
            }
        }
        return false;
    }

    /** Whom to trust with the names of an address is the sender's choice, so no failure of theirs is the domain's. */
    private boolean pointer(String target) throws SpfError {
        if (names.pointers().absent()) {
            markVoid(message.ip().reverseName(), false);
        }
        return names.validated().stream().anyMatch(name -> name.equals(target) || name.endsWith("." + target));
    }

    private boolean holds(DnsAnswer answer, Mechanism.Hosts hosts) {
        int prefix = message.ip().ipv6() ? hosts.prefix6() : hosts.prefix4();
        return prefix == 0 ? answer.found() : names.holds(answer, prefix);
    }

    /** An answer to a term's first question: that there is nothing counts. */
    private DnsAnswer asked(String name, String type, boolean fixed) throws SpfError {
        if (!SpfNames.askable(name)) {
            return DnsAnswer.nothing(name, type, false);
        }
        DnsAnswer answer = answered(dns.ask(name, type), name);
        if (answer.absent()) {
            markVoid(name, fixed);
        }
        return answer;
    }

    private void markVoid(String name, boolean fixed) throws SpfError {
        voids.add(new SpfOutcome.DeadEnd(name, fixed));
        if (voids.size() > limits.voids()) {
            throw new SpfError(
                    Problem.VOIDS, name, "More than " + limits.voids() + " of the names it leads to hold nothing.");
        }
    }

    private void count(String domain) throws SpfError {
        lookups++;
        if (lookups > limits.lookups()) {
            throw new SpfError(Problem.LOOKUPS, domain, "It needs more than " + limits.lookups() + " lookups.");
        }
    }

    private static DnsAnswer answered(DnsAnswer answer, String domain) throws SpfError {
        String reason = answer.unanswered();
        if (reason != null) {
            throw new SpfError(Problem.UNANSWERED, domain, reason);
        }
        return answer;
    }
}
