package io.bellwether.probe.certificates;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.DailyProbe;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.RegistrableName;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.certificates.Log.Query;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watches which certificates are issued for a vendor's domain, in an index of the public logs; the vendor itself is not
 * contacted. That the index cannot be read is never the vendor's fault.
 */
@Singleton
final class CertificatesProbe implements DailyProbe<CertificatesProbe.Settings> {

    /**
     * @param domain that was registered, or a host below it
     * @param includeSubdomains whether names below it count, too; not when absent
     * @param issuers who may issue: the name of an authority, its organisation or what stands for it in CAA records; anybody
     *     when absent
     */
    record Settings(
            @NotNull @Obeys(RegistrableName.class) String domain,
            @Nullable Boolean includeSubdomains,
            @Size(min = 1, max = 20) @Nullable List<@NotBlank @Size(max = 200) String> issuers) {

        Query query() {
            return new Query(domain.toLowerCase(Locale.ROOT), Boolean.TRUE.equals(includeSubdomains));
        }
    }

    private final Log log;

    CertificatesProbe(Log log) {
        this.log = log;
    }

    @Override
    public String kind() {
        return "certificates";
    }

    @Override
    public String description() {
        return "Watches the public logs for certificates that are issued for a domain, and by whom.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) {
        Query query = settings.query();
        try {
            Watch watch = log.read(query, context);
            return new Verdict(
                    Outcome.UP,
                    Cause.OK,
                    reason(query, watch),
                    Phases.NONE,
                    Map.of("domain", query.domain(), "recent", watch.recent().size(), "complete", watch.complete()),
                    CertificateFindings.of(watch, query, settings.issuers(), log.source(query), context.startedAt()));
        } catch (WireFailure e) {
            Verdict unknown = Verdict.unknown(e);
            return new Verdict(
                    unknown.outcome(),
                    unknown.cause(),
                    unknown.reason(),
                    unknown.phases(),
                    unknown.detail(),
                    CertificateFindings.news(log.known(query), query, log.source(query)));
        }
    }

    private static String reason(Query query, Watch watch) {
        String read = "Certificates issued for " + query.domain() + (query.subdomains() ? " and below" : "")
                + " in the last 7 days: " + watch.recent().size() + "; authorities whose certificates are still good: "
                + watch.authorities().size();
        String unread = watch.unreadable() == 0 ? "" : "; could not be read: " + watch.unreadable();
        return read + unread + (watch.complete() ? "." : "; there is more to read.");
    }
}
