package io.bellwether.notify.email;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Hands one mail for one recipient to the mail server, on a connection of its own. */
@Singleton
final class SmtpClient {

    /** Below what a channel may take for an attempt. */
    private static final Duration LONGEST = Duration.ofSeconds(35);

    private final MailServer server;
    private final Duration longest;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("mail watch").factory());

    @Inject
    SmtpClient(MailServer server) {
        this(server, LONGEST);
    }

    SmtpClient(MailServer server, Duration longest) {
        this.server = server;
        this.longest = longest;
    }

    Transaction send(MimeMessage mail, Address recipient) {
        try (Socket socket = server.dial()) {
            // A server that lets one line drip after the other would keep within each timeout, and yet never end.
            ScheduledFuture<?> end = watch.schedule(() -> close(socket), longest.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return converse(socket, mail, recipient);
            } finally {
                end.cancel(false);
            }
        } catch (SSLException e) {
            return new Transaction.Unfit("No encrypted connection to " + server.name() + ": " + e.getMessage());
        } catch (UnknownHostException e) {
            return unreachable("there is no such host");
        } catch (IOException e) {
            return unreachable(String.valueOf(e.getMessage()));
        }
    }

    private Transaction converse(Socket socket, MimeMessage mail, Address recipient) {
        Handover transport = new Handover(mail.getSession(), server);
        try {
            transport.connect(socket);
            if (server.signInRequired() && !transport.supportsExtension("AUTH")) {
                return new Transaction.Unfit("The mail server " + server.name() + " offers no sign-in.");
            }
            transport.sendMessage(mail, new Address[] {recipient});
            return new Transaction.Taken(transport.lastWord());
        } catch (MessagingException e) {
            return ended(transport, e);
        } finally {
            leave(transport);
        }
    }

    private Transaction ended(Handover transport, MessagingException failure) {
        Optional<Transaction.Refused> refused = transport.refused();
        if (refused.isPresent()) {
            return refused.get();
        }
        if (failure.getNextException() instanceof SSLException untrusted) {
            return new Transaction.Unfit("No encrypted connection to " + server.name() + ": " + untrusted.getMessage());
        }
        boolean broken = failure.getNextException() instanceof IOException
                || transport.lastWord().isEmpty();
        if (!broken && transport.step() == Step.CONNECT) {
            return new Transaction.Unfit("The mail server " + server.name() + " will not do: " + failure.getMessage());
        }
        return new Transaction.Lost(
                transport.step(), "The mail server " + server.name() + " broke off: " + failure.getMessage());
    }

    private Transaction unreachable(String why) {
        return new Transaction.Lost(
                Step.CONNECT,
                "No mail server at " + server.name() + " (" + why
                        + "); QUARKUS_MAILER_HOST and QUARKUS_MAILER_PORT say where it is.");
    }

    /** What the server says to a goodbye changes nothing any more. */
    private static void leave(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The connection is closed all the same.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed.
        }
    }
}
