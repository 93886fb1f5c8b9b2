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
            Integer alert = flight.alert();
            boolean refusal = alert != null && Alerts.refuses(alert);
            return new TlsAnswer(
                    offer, refusal ? Support.NOT_SUPPORTED : Support.UNKNOWN, null, null, null, null, flight.words());
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

    private static String words(int version) {
        return TlsVersion.of(version)
                .map(TlsVersion::words)
                .orElseGet(() -> String.format(Locale.ROOT, "0x%04x", version));
    }
}
