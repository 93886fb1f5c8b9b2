package io.bellwether.notify.email;

import io.bellwether.platform.egress.Authorities;
import jakarta.inject.Singleton;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The mail server as the settings {@code quarkus.mailer.*} describe it. */
@Singleton
final class MailServer {

    /** Whether the connection is encrypted once it is open. */
    enum StartTls {
        DISABLED,
        OPTIONAL,
        REQUIRED
    }

    /** When a name and a password are told. */
    enum Login {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    private static final int SUBMISSION_OVER_TLS = 465;
    private static final int SMTP = 25;

    private final String host;
    private final int port;
    private final @Nullable String user;
    private final @Nullable String password;
    private final boolean tls;
    private final Login login;
    private final Duration timeout;
    private final SSLSocketFactory trusting;
    private final Properties properties;

    MailServer(
            @ConfigProperty(name = "quarkus.mailer.host", defaultValue = "localhost") String host,
            @ConfigProperty(name = "quarkus.mailer.port") Optional<Integer> port,
            @ConfigProperty(name = "quarkus.mailer.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.mailer.password") Optional<String> password,
            @ConfigProperty(name = "quarkus.mailer.tls") Optional<Boolean> tls,
            @ConfigProperty(name = "quarkus.mailer.ssl", defaultValue = "false") boolean ssl,
            @ConfigProperty(name = "quarkus.mailer.start-tls", defaultValue = "OPTIONAL") StartTls startTls,
            @ConfigProperty(name = "quarkus.mailer.trust-all", defaultValue = "false") boolean trustAll,
            @ConfigProperty(name = "quarkus.mailer.login", defaultValue = "OPTIONAL") Login login,
            @ConfigProperty(name = "quarkus.mailer.auth-methods") Optional<String> authMethods,
            @ConfigProperty(name = "quarkus.mailer.own-host-name") Optional<String> ownHostName,
            @ConfigProperty(name = "quarkus.mailer.timeout", defaultValue = "PT10S") Duration timeout,
            Authorities authorities) {
        this.host = host;
        this.tls = tls.orElse(ssl);
        this.port = port.orElse(this.tls ? SUBMISSION_OVER_TLS : SMTP);
        this.login = login;
        this.user = login == Login.NONE ? null : user.orElse(null);
        this.password = login == Login.NONE ? null : password.orElse(null);
        this.timeout = timeout;
        this.trusting = trustAll ? believingAnybody() : authorities.sockets();
        this.properties = properties(startTls, !trustAll, authMethods, ownHostName);
    }

    private static SSLSocketFactory believingAnybody() {
        try {
            MailSSLSocketFactory factory = new MailSSLSocketFactory();
            factory.setTrustAllHosts(true);
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private Properties properties(
            StartTls startTls, boolean checked, Optional<String> authMethods, Optional<String> ownHostName) {
        Properties values = new Properties();
        values.put("mail.smtp.host", host);
        values.put("mail.smtp.timeout", String.valueOf(timeout.toMillis()));
        values.put("mail.smtp.writetimeout", String.valueOf(timeout.toMillis()));
        values.put("mail.smtp.starttls.enable", String.valueOf(startTls != StartTls.DISABLED));
        values.put("mail.smtp.starttls.required", String.valueOf(startTls == StartTls.REQUIRED));
        values.put("mail.smtp.ssl.socketFactory", trusting);
        values.put("mail.smtp.ssl.checkserveridentity", String.valueOf(checked));
        values.put("mail.smtp.auth", String.valueOf(user != null));
        values.put("mail.smtp.quitwait", "false");
        authMethods.ifPresent(names -> values.put("mail.smtp.auth.mechanisms", names.toUpperCase(Locale.ROOT)));
        ownHostName.ifPresent(name -> values.put("mail.smtp.localhost", name));
        return values;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    @Nullable String user() {
        return user;
    }

    @Nullable String password() {
        return password;
    }

    /** Host and port, for people. */
    String name() {
        return host + ":" + port;
    }

    boolean signInRequired() {
        return login == Login.REQUIRED;
    }

    Session session() {
        return Session.getInstance(properties);
    }

    /**
     * Opens the connection.
     *
     * @param socket a new one; to close it ends the dialing too
     * @return what to talk through
     */
    Socket dial(Socket socket) throws IOException {
        socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
        socket.setSoTimeout((int) timeout.toMillis());
        return tls ? encrypted(socket) : socket;
    }

    private Socket encrypted(Socket socket) throws IOException {
        SSLSocket secure = (SSLSocket) trusting.createSocket(socket, host, port, true);
        if (Boolean.parseBoolean(properties.getProperty("mail.smtp.ssl.checkserveridentity"))) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
        }
        secure.startHandshake();
        return secure;
    }
}
