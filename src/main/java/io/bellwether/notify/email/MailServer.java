package io.bellwether.notify.email;

import io.bellwether.notify.Delivery;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server that is configured, and what its failures mean. */
@Singleton
final class MailServer {

    private static final int CONNECT_MILLIS = 3000;

    private final String host;
    private final int port;

    MailServer(
            @ConfigProperty(name = "quarkus.mailer.host", defaultValue = "localhost") String host,
            @ConfigProperty(name = "quarkus.mailer.port", defaultValue = "25") int port) {
        this.host = host;
        this.port = port;
    }

    String name() {
        return host + ":" + port;
    }

    Delivery judge(RuntimeException failure) {
        return new MailFailure(name()).judge(failure, reachable());
    }

    /** The mail client does not say how far it came; a server that takes no connection has taken no mail. */
    private boolean reachable() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
