package io.bellwether.probe.tcp;

import io.bellwether.probe.Rule;
import io.bellwether.probe.tcp.TcpProbe.Tls;
import org.jspecify.annotations.Nullable;

/** STARTTLS needs the protocol it begins in, and nothing else does. */
final class NamedProtocol implements Rule<TcpProbe.Settings> {

    @Override
    public @Nullable String fault(TcpProbe.Settings settings) {
        boolean agreed = settings.tls() == Tls.STARTTLS;
        if (agreed && settings.protocol() == null) {
            return "STARTTLS needs the protocol that it begins in, such as SMTP.";
        }
        return !agreed && settings.protocol() != null ? "A protocol is for tls STARTTLS only." : null;
    }
}
