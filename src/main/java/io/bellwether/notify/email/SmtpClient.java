package io.bellwether.notify.email;

import io.bellwether.platform.egress.Deadline;
import jakarta.inject.Singleton;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.net.UnknownHostException;
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

    private final MailServer server;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("mail watch").factory());

    SmtpClient(MailServer server) {
        this.server = server;
    }

    /** Blocks until the deadline at the longest. */
    Transaction send(MimeMessage mail, Address recipient, Deadline deadline) {
        try (Socket socket = new Socket()) {
            // A server that lets one byte drip after the other would keep within each timeout, and yet never end.
            ScheduledFuture<?> end =
                    watch.schedule(() -> close(socket), deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            try {
                return converse(server.dial(socket), mail, recipient);
            } finally {
                end.cancel(false);
            }
        } catch (IOException e) {
            return deadline.passed() ? unreachable("it is too slow") : notDialed(e);
        }
    }

    private Transaction notDialed(IOException failure) {
        return switch (failure) {
            case SSLException untrusted ->
                new Transaction.Unfit("No encrypted connection to " + server.name() + ": " + untrusted.getMessage());
            case UnknownHostException _ -> unreachable("there is no such host");
            default -> unreachable(String.valueOf(failure.getMessage()));
        };
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
