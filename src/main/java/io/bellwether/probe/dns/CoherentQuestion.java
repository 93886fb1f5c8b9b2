package io.bellwether.probe.dns;

import io.bellwether.probe.Rule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is expected is data of the type asked for, and is asked of whom can know it. */
final class CoherentQuestion implements Rule<DnsProbe.Settings> {

    @Override
    public @Nullable String fault(DnsProbe.Settings settings) {
        if (settings.resolver() != null && settings.asksServers()) {
            return "Either a resolver is asked or the zone's own servers; leave out resolver or authoritative.";
        }
        if (settings.minTtl() != null && !settings.asksServers()) {
            return "A minTtl needs authoritative to be true: a resolver counts the time down.";
        }
        if (settings.match() != null && settings.expect() == null) {
            return "A match needs something to expect.";
        }
        try {
            Expectation.of(settings);
            return null;
        } catch (IOException | IllegalArgumentException e) {
            return "What is expected is no data of type " + settings.typeOrDefault() + ": " + e.getMessage() + ".";
        }
    }
}
