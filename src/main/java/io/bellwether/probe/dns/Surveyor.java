package io.bellwether.probe.dns;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.DnsWire;
import io.bellwether.platform.egress.WireFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Finds the servers of a zone and asks all of them at once, each for itself. */
final class Surveyor {

    /** Of the time that is left for asking; the rest is for finding out whose failure a silence is. */
    private static final double SHARE = 0.6;

    private final DnsWire wire;
    private final int port;

    /** @param port where the zones' servers listen */
    Surveyor(DnsWire wire, int port) {
        this.wire = wire;
        this.port = port;
    }

    /** @throws WireFailure UNKNOWN when the zone's servers could not be found out */
    Survey ask(Question question, Asker resolver, Deadline deadline) throws WireFailure {
        ZoneFinder finder = new ZoneFinder(wire, port, resolver, deadline);
        Zone zone = finder.find(question.start());
        List<Said> said = askAll(zone, question, deadline);
        boolean answered = said.stream().anyMatch(one -> one.reply() != null);
        return new Survey(zone, said, answered || zone.fromAbove() || finder.answeredAbove(zone));
    }

    /** @throws WireFailure UNKNOWN when we are stopped meanwhile */
    List<Said> askAll(Zone zone, Question question, Deadline whole) throws WireFailure {
        Deadline deadline = share(whole);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Said>> asked = new ArrayList<>();
            for (Zone.Server server : zone.servers()) {
                asked.add(threads.submit(() -> ask(server, question, deadline)));
            }
            List<Said> said = new ArrayList<>();
            for (Future<Said> one : asked) {
                said.add(one.get());
            }
            return List.copyOf(said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireFailure(Outcome.UNKNOWN, Cause.INTERNAL, "Interrupted on our side.", Phases.NONE);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Said ask(Zone.Server server, Question question, Deadline deadline) {
        try {
            Reply reply = new Reply(question, wire.ask(server.hosts(), port, question.forServer(), deadline));
            return new Said(server.name(), reply, null);
        } catch (WireFailure e) {
            return new Said(server.name(), null, e);
        }
    }

    private static Deadline share(Deadline deadline) {
        return Deadline.in(Duration.ofNanos((long) (deadline.remaining().toNanos() * SHARE)));
    }
}
