package io.bellwether.probe.icmp;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Place;
import io.bellwether.probe.Printable;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.icmp.IcmpProbe.Settings;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What replies, and missing ones, say about a host. */
final class EchoVerdict {

    private static final int LONGEST_QUOTE = 200;

    private EchoVerdict() {}

    static Verdict of(Settings settings, Place place, Echoes echoes) {
        if (echoes.received() == 0) {
            return silent(settings, place, echoes);
        }
        Phases dns = place.phases();
        double average = round(echoes.average());
        Phases phases = new Phases(dns.dns(), null, null, average, null);
        Sentence sentence = sentence(settings, echoes, average);
        return new Verdict(
                        sentence.outcome(),
                        sentence.cause(),
                        sentence.reason(),
                        phases,
                        detail(place, echoes),
                        List.of())
                .lasting(average);
    }

    private static Verdict silent(Settings settings, Place place, Echoes echoes) {
        Sentence sentence = silence(settings, echoes);
        return new Verdict(
                sentence.outcome(),
                sentence.cause(),
                sentence.reason(),
                place.phases(),
                detail(place, echoes),
                List.of());
    }

    private record Sentence(Outcome outcome, Cause cause, String reason) {}

    private static Sentence silence(Settings settings, Echoes echoes) {
        if (echoes.unroutable()) {
            return new Sentence(
                    Outcome.UNKNOWN,
                    Cause.NETWORK_UNREACHABLE,
                    "There is no way from here to " + settings.host() + quoted(echoes.trouble()) + ".");
        }
        if (echoes.notice().isEmpty() && !echoes.trouble().isEmpty()) {
            return new Sentence(
                    Outcome.UNKNOWN, Cause.INTERNAL, "The ping program failed" + quoted(echoes.trouble()) + ".");
        }
        return new Sentence(
                Outcome.DOWN,
                Cause.PACKETS_LOST,
                settings.host() + " did not reply to any echo request" + quoted(echoes.notice()) + ".");
    }

    private static String quoted(String words) {
        return words.isEmpty() ? "" : " ('" + Printable.start(words, LONGEST_QUOTE) + "')";
    }

    private static Sentence sentence(Settings settings, Echoes echoes, double average) {
        if (echoes.lossPercent() > settings.maxLossOrDefault()) {
            return new Sentence(
                    Outcome.DEGRADED,
                    Cause.PACKETS_LOST,
                    String.format(
                            Locale.ROOT,
                            "%s replied to %d of %d echo requests, a loss of more than %d %%.",
                            settings.host(),
                            echoes.received(),
                            echoes.sent(),
                            settings.maxLossOrDefault()));
        }
        Duration limit = settings.degradedAfter();
        if (limit != null && average > limit.toNanos() / 1e6) {
            return new Sentence(
                    Outcome.DEGRADED,
                    Cause.SLOW,
                    String.format(
                            Locale.ROOT,
                            "%s replies to echo requests, but in %.1f ms on average, slower than %d ms.",
                            settings.host(),
                            average,
                            limit.toMillis()));
        }
        return new Sentence(Outcome.UP, Cause.OK, settings.host() + " replies to echo requests.");
    }

    private static Map<String, Object> detail(Place place, Echoes echoes) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("address", place.address().getHostAddress());
        detail.put("sent", echoes.sent());
        detail.put("received", echoes.received());
        detail.put("lossPercent", echoes.lossPercent());
        if (echoes.received() > 0) {
            detail.put("rttMin", Collections.min(echoes.millis()));
            detail.put("rttAvg", round(echoes.average()));
            detail.put("rttMax", Collections.max(echoes.millis()));
        }
        return detail;
    }

    private static double round(double millis) {
        return Math.round(millis * 1e3) / 1e3;
    }
}
