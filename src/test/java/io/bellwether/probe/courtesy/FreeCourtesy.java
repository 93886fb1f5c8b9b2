package io.bellwether.probe.courtesy;

import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import java.net.CookieHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets tests without a database contact whom they want, and tells whom they asked for. */
public final class FreeCourtesy implements Courtesy {

    private final Wire wire;
    private final AtomicInteger contacts = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public FreeCourtesy(Wire wire) {
        this.wire = wire;
    }

    /** {@code host contacts} of each visit, and {@code host contacts what} of each scan. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** How many contacts were made. */
    public int contacts() {
        return contacts.get();
    }

    @Override
    public Visit visit(String host, int contacts) {
        asked.add(host + " " + contacts);
        return new Free();
    }

    @Override
    public Visit scan(String host, String what, int contacts) {
        asked.add(host + " " + contacts + " " + what);
        return new Free();
    }

    private final class Free implements Visit {

        @Override
        public <T> T contact(Deadline deadline, Contact<T> contact) throws WireFailure {
            contacts.incrementAndGet();
            return contact.make();
        }

        @Override
        public WireResponse exchange(WireRequest request, CookieHandler cookies, Deadline deadline) throws WireFailure {
            contacts.incrementAndGet();
            return wire.exchange(request.maxRedirects(0), cookies, deadline);
        }
    }
}
