package io.bellwether.probe.dns;

import io.bellwether.core.Cause;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/** Judges one answer. */
final class ReplyJudge {

    /** Extended errors by which a resolver says that signatures keep it from answering (RFC 8914). */
    private static final Set<Integer> SIGNATURE_ERRORS = Set.of(
            ExtendedErrorCodeOption.DNSSEC_BOGUS,
            ExtendedErrorCodeOption.SIGNATURE_EXPIRED,
            ExtendedErrorCodeOption.SIGNATURE_NOT_YET_VALID,
            ExtendedErrorCodeOption.DNSKEY_MISSING,
            ExtendedErrorCodeOption.RRSIGS_MISSING,
            ExtendedErrorCodeOption.NO_ZONE_KEY_BIT_SET,
            ExtendedErrorCodeOption.NSEC_MISSING);

    private ReplyJudge() {}

    /** A resolver that cannot find out is no proof against the zone, unless it says that the zone's signatures are wrong. */
    static Sentence ofResolver(DnsProbe.Settings settings, Reply reply) {
        if (reply.tells()) {
            return content(settings, reply);
        }
        String subject = reply.question().words();
        ExtendedErrorCodeOption error = extendedError(reply);
        if (error != null && SIGNATURE_ERRORS.contains(error.getErrorCode())) {
            return Sentence.down(
                    Cause.DNSSEC_FAILED,
                    "The resolver refuses the " + subject + " for its signatures: " + words(error) + ".");
        }
        return Sentence.unknown(
                Cause.DNS_FAILED,
                "The resolver answered " + Rcode.string(reply.code()) + " to the question for the " + subject
                        + (error == null ? "" : ": " + words(error)) + ".");
    }

    /** What the data says, from whomever it comes. */
    static Sentence content(DnsProbe.Settings settings, Reply reply) {
        String name = reply.question().subject();
        String type = Type.string(reply.question().type());
        String alias = reply.alias();
        if (reply.code() == Rcode.NXDOMAIN) {
            return Sentence.down(
                    Cause.DNS_NO_RECORD,
                    (alias == null ? "The name " + name : "The name " + alias + ", which " + name + " is an alias of,")
                            + " does not exist.");
        }
        if (reply.answers().isEmpty()) {
            return Sentence.down(
                    Cause.DNS_NO_RECORD,
                    "The name " + name + (alias == null ? "" : ", an alias of " + alias + ",")
                            + " has no record of type " + type + ".");
        }
        String difference = difference(settings, reply);
        if (difference != null) {
            return Sentence.down(
                    Cause.DNS_MISMATCH, "The " + reply.question().words() + " is not as expected: " + difference + ".");
        }
        Duration least = settings.minTtl();
        OptionalLong ttl = reply.ttl();
        if (least != null && ttl.isPresent() && ttl.getAsLong() < least.toSeconds()) {
            return Sentence.degraded(
                    Cause.DNS_MISMATCH,
                    "The " + reply.question().words() + " may be kept for " + ttl.getAsLong() + " s only, less than "
                            + least.toSeconds() + " s.");
        }
        return Sentence.up(
                "There is " + reply.question().words() + (settings.expect() == null ? "." : ", as expected."));
    }

    /** A good answer that came too late is a worse one. */
    static Sentence inTime(DnsProbe.Settings settings, Sentence sentence, double millis) {
        Duration most = settings.degradedAfter();
        if (most == null || !sentence.good() || millis <= most.toNanos() / 1e6) {
            return sentence;
        }
        return Sentence.degraded(
                Cause.SLOW,
                String.format(Locale.ROOT, "The answer took %.0f ms, longer than %d ms.", millis, most.toMillis()));
    }

    private static @Nullable String difference(DnsProbe.Settings settings, Reply reply) {
        try {
            Expectation expectation = Expectation.of(settings);
            return expectation == null ? null : expectation.difference(reply.answers());
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static @Nullable ExtendedErrorCodeOption extendedError(Reply reply) {
        OPTRecord options = reply.message().getOPT();
        return options == null
                ? null
                : options.getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).stream()
                        .map(ExtendedErrorCodeOption.class::cast)
                        .findFirst()
                        .orElse(null);
    }

    private static String words(ExtendedErrorCodeOption error) {
        String meaning = ExtendedErrorCodeOption.text(error.getErrorCode());
        String text = error.getText();
        return text == null || text.isBlank() ? meaning : meaning + ", " + text.replaceAll("\\.$", "");
    }
}
