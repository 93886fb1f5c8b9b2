package io.bellwether.probe.tls;

import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Pinned;
import io.bellwether.platform.egress.TlsInspection;
import io.bellwether.platform.egress.TlsWire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.hello.ClientHello;
import io.bellwether.platform.hello.ServerFlight;
import io.bellwether.platform.hello.ServerFlight.End;
import io.bellwether.probe.courtesy.Contact;
import io.bellwether.probe.courtesy.Visit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The connections of one sweep: counted, one after the other, and none to a server that has ceased to answer. */
final class SweepConnections {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** One more than the versions that an honest server may break off at: some do that instead of saying no. */
    private static final int MOST_SILENCES = 4;

    /** A connection that was not made, or not answered. */
    static final class NoAnswer extends Exception {

        private static final long serialVersionUID = 1L;

        NoAnswer(String why) {
            super(why, null, false, false);
        }

        /** Without a full stop. */
        String why() {
            return String.valueOf(getMessage());
        }
    }

    private final TlsWire wire;
    private final int port;
    private final Visit visit;
    private final Deadline deadline;
    private int made;
    private int silences;
    private boolean answered;
    private @Nullable String lastFailure;
    private String refusal = "not asked";

    SweepConnections(TlsWire wire, int port, int before, Visit visit, Deadline deadline) {
        this.wire = wire;
        this.port = port;
        this.made = before;
        this.visit = visit;
        this.deadline = deadline;
    }

    int made() {
        return made;
    }

    int left() {
        return TlsSweep.MOST_CONNECTIONS - made;
    }

    /** Whether anything has come that was TLS. */
    boolean answered() {
        return answered;
    }

    /** Why nothing has come that was TLS, as a sentence; null when something has. */
    @Nullable String unknown(String host) {
        if (answered) {
            return null;
        }
        return lastFailure == null ? host + " was " + refusal + "." : host + " gave no answer in TLS: " + lastFailure;
    }

    ServerFlight greet(Pinned to, ClientHello hello) throws NoAnswer {
        try {
            ServerFlight flight = contact(() -> wire.greet(to, port, hello, deadline.atMost(PATIENCE)));
            if (flight.version() == null && flight.end() != End.ALERT) {
                throw silence(flight.words() + ".");
            }
            heard();
            return flight;
        } catch (WireFailure e) {
            throw silence(e.reason());
        }
    }

    TlsInspection inspect(Pinned to) throws NoAnswer {
        try {
            TlsInspection inspection = contact(() -> wire.inspect(to, port, deadline.atMost(PATIENCE)));
            heard();
            return inspection;
        } catch (WireFailure e) {
            // That our library cannot talk to it is no silence.
            lastFailure = e.reason();
            throw new NoAnswer(clause(e.reason()));
        }
    }

    /** @throws WireFailure when the connection was made, and failed */
    private <T> T contact(Contact<T> contact) throws NoAnswer, WireFailure {
        if (left() <= 0) {
            throw refused("not asked, to spare the server");
        }
        if (silences >= MOST_SILENCES) {
            throw refused("not asked, for the server had ceased to answer");
        }
        if (deadline.passed()) {
            throw refused("not asked, for the time was over");
        }
        int before = made;
        try {
            return visit.contact(deadline, () -> {
                made++;
                return contact.make();
            });
        } catch (WireFailure e) {
            if (made == before) {
                throw refused("not asked: " + clause(e.reason()));
            }
            throw e;
        }
    }

    /** By us: that says nothing of the server. */
    private NoAnswer refused(String why) {
        refusal = why;
        return new NoAnswer(why);
    }

    private void heard() {
        answered = true;
        silences = 0;
    }

    private NoAnswer silence(String reason) {
        silences++;
        lastFailure = reason;
        return new NoAnswer(clause(reason));
    }

    private static String clause(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
