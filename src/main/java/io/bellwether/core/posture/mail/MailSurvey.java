package io.bellwether.core.posture.mail;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the records of a domain say, read in one go. The same reading asks a resolver while a probe looks and kept
 * evidence when it is judged, so that whatever the judgement needs has been asked.
 *
 * @param texts of the domain itself
 * @param exchangers its MX records
 * @param retiredType SPF records of the type that is no longer used; null when it was not asked for
 * @param sender what is said of a sender that the domain cannot know
 * @param dmarc the way to its policy
 * @param permissions of other domains to send them reports
 * @param transit its announcement of a policy for mail in transit
 * @param transitReports where failures of that are reported to
 * @param keys by selector
 */
record MailSurvey(
        DnsAnswer texts,
        DnsAnswer exchangers,
        @Nullable DnsAnswer retiredType,
        SpfOutcome sender,
        DmarcWalk dmarc,
        List<ReportPermission> permissions,
        DnsAnswer transit,
        DnsAnswer transitReports,
        Map<String, DnsAnswer> keys) {

    /** An address of documentation (RFC 5737), which nobody sends from. */
    private static final IpAddress STRANGER = Objects.requireNonNull(IpAddress.parse("192.0.2.1"));

    /** What decides most is asked first, in case the time is short. */
    static MailSurvey of(String domain, List<String> selectors, Questions dns) {
        DnsAnswer texts = dns.ask(domain, "TXT");
        DnsAnswer exchangers = dns.ask(domain, "MX");
        DmarcWalk dmarc = DmarcWalk.of(domain, dns);
        DnsAnswer transit = dns.ask("_mta-sts." + domain, "TXT");
        DnsAnswer transitReports = dns.ask("_smtp._tls." + domain, "TXT");
        Map<String, DnsAnswer> keys = new LinkedHashMap<>();
        for (String selector : selectors) {
            keys.put(selector, dns.ask(selector + "._domainkey." + domain, "TXT"));
        }
        boolean none = texts.unanswered() == null && texts.values().stream().noneMatch(SpfRecord::isSpf);
        SpfMessage message = new SpfMessage(STRANGER, "postmaster@" + domain, domain, Instant.EPOCH);
        return new MailSurvey(
                texts,
                exchangers,
                none ? dns.ask(domain, "SPF") : null,
                Spf.check(message, SpfLimits.SURVEY, dns),
                dmarc,
                permissions(dmarc, dns),
                transit,
                transitReports,
                keys);
    }

    /** Whether a policy for mail in transit can be fetched. */
    boolean announcesPolicy() {
        return transit.values().stream().anyMatch(text -> TagList.begins(text, "STSv1"));
    }

    /** The texts that claim to be the domain's SPF record. */
    List<String> senderRecords() {
        return texts.values().stream().filter(SpfRecord::isSpf).toList();
    }

    private static List<ReportPermission> permissions(DmarcWalk walk, Questions dns) {
        DmarcWalk.Step step = walk.policy();
        DmarcRecord record = step == null ? null : step.record();
        return step == null || record == null ? List.of() : ReportPermission.of(step.domain(), record.aggregate(), dns);
    }
}
