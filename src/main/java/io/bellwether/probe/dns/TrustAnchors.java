package io.bellwether.probe.dns;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;

/** The keys of the root that chains must end at, as the IANA publishes them. */
final class TrustAnchors {

    private static final String DATA = "/root-anchors.zone";

    @Produces
    @Singleton
    ChainCheck chainCheck(Clock clock) {
        return new ChainCheck(iana(), clock);
    }

    static byte[] iana() {
        try (InputStream data = Objects.requireNonNull(TrustAnchors.class.getResourceAsStream(DATA), DATA)) {
            return data.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
