package io.bellwether.probe.tls;

import io.bellwether.core.posture.tls.Support;
import io.bellwether.core.posture.tls.TlsAnswer;
import io.bellwether.platform.hello.Alerts;
import io.bellwether.platform.hello.CipherSuites;
import io.bellwether.platform.hello.NamedGroups;
import io.bellwether.platform.hello.ServerFlight;
import io.bellwether.platform.hello.TlsVersion;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what an answer means for what was offered. */
final class FlightJudge {

    private FlightJudge() {}

    /**
     * @param suites that were offered
     * @param wanted the version that must be chosen, null when any will do
     */
    static TlsAnswer answer(String offer, List<Integer> suites, @Nullable TlsVersion wanted, ServerFlight flight) {
        Integer version = flight.version();
        Integer suite = flight.suite();
        if (version == null || suite == null) {
            Support support = refuses(flight.alert(), wanted) ? Support.NOT_SUPPORTED : Support.UNKNOWN;
            return new TlsAnswer(offer, support, null, null, null, null, flight.words());
        }
        if (!suites.contains(suite)) {
            return TlsAnswer.unknown(offer, "it chose " + CipherSuites.name(suite) + ", which was not offered");
        }
        boolean other = wanted != null && version != wanted.number();
        Integer group = flight.group();
        return new TlsAnswer(
                offer,
                other ? Support.NOT_SUPPORTED : Support.SUPPORTED,
                words(version),
                CipherSuites.name(suite),
                group == null ? null : NamedGroups.name(group),
                flight.keyBits(),
                other ? "it answered in " + words(version) : null);
    }

    /** OpenSSL calls it an internal error that no signature of an old version is left that it is allowed to make. */
    private static boolean refuses(@Nullable Integer alert, @Nullable TlsVersion wanted) {
        boolean old = wanted == TlsVersion.TLS_1_0 || wanted == TlsVersion.TLS_1_1;
        return alert != null && (Alerts.refuses(alert) || (old && alert == Alerts.INTERNAL_ERROR));
    }

    private static String words(int version) {
        return TlsVersion.of(version)
                .map(TlsVersion::words)
                .orElseGet(() -> String.format(Locale.ROOT, "0x%04x", version));
    }
}
