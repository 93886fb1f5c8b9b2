package io.bellwether.core.posture.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody else's mailbox takes a domain's reports (RFC 9990, 4).
 *
 * @param host the other domain
 * @param granted whether it says so; null when it cannot be told
 * @param reason why not, null when it can
 */
record ReportPermission(
        String host, @Nullable Boolean granted, @Nullable String reason) {

    private static final int MOST_HOSTS = 5;

    /** One for each other host, at most five; a host under the same administration needs no permission. */
    static List<ReportPermission> of(String policyDomain, List<ReportAddress> addresses, Questions dns) {
        List<String> hosts = addresses.stream()
                .filter(ReportAddress::byMail)
                .map(ReportAddress::host)
                .distinct()
                .filter(host -> !host.equals(policyDomain))
                .limit(MOST_HOSTS)
                .toList();
        if (hosts.isEmpty()) {
            return List.of();
        }
        DmarcWalk own = DmarcWalk.of(policyDomain, dns);
        return hosts.stream().map(host -> of(policyDomain, own, host, dns)).toList();
    }

    private static ReportPermission of(String policyDomain, DmarcWalk own, String host, Questions dns) {
        String name = policyDomain + "._report._dmarc." + host;
        if (!SpfNames.askable(name)) {
            return new ReportPermission(host, false, null);
        }
        DnsAnswer answer = dns.ask(name, "TXT");
        if (answer.values().stream().anyMatch(DmarcRecord::isDmarc)) {
            return new ReportPermission(host, true, null);
        }
        DmarcWalk other = DmarcWalk.of(host, dns);
        if (other.organizationalDomain().equals(own.organizationalDomain())) {
            return new ReportPermission(host, true, null);
        }
        String silence = firstOf(answer.unanswered(), own.silence(), other.silence());
        return new ReportPermission(host, silence == null ? false : null, silence);
    }

    private static @Nullable String firstOf(@Nullable String... reasons) {
        for (String reason : reasons) {
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }
}
