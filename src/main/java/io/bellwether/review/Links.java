package io.bellwether.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Where the figures of a period can be looked up: paths in our own API. */
record Links(String slug, Instant from, Instant until) {

    private static final String ROOT = "/api/v1";

    static String review(UUID id) {
        return ROOT + "/reviews/" + id;
    }

    static String alert(UUID id) {
        return ROOT + "/alerts/" + id;
    }

    String vendor() {
        return ROOT + "/vendors/" + slug;
    }

    String availability() {
        return availability(from, until);
    }

    String availability(Instant begin, Instant end) {
        return vendor() + "/availability?from=" + begin + "&to=" + end;
    }

    String alerts() {
        return ROOT + "/alerts?vendor=" + slug;
    }

    String security() {
        return vendor() + "/security";
    }

    String finance() {
        return vendor() + "/finance";
    }

    String health() {
        return vendor() + "/health/history?from=" + day(from) + "&to=" + day(until.minusNanos(1));
    }

    String series(UUID probeId) {
        return ROOT + "/probes/" + probeId + "/series?from=" + from + "&to=" + until + "&step=P1D";
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
