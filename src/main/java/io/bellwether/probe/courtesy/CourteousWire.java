package io.bellwether.probe.courtesy;

import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Redirect;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Fetches pages with the leave of each host on the way to them. */
@Singleton
public class CourteousWire {

    /** Tells whether a page on the way may be fetched. */
    @FunctionalInterface
    public interface Leave {
        /** @throws WireFailure when it may not; nothing is sent then */
        void ask(URI page) throws WireFailure;
    }

    private final Courtesy courtesy;

    public CourteousWire(Courtesy courtesy) {
        this.courtesy = courtesy;
    }

    /**
     * Sends a GET and follows redirects, as many as the request allows; each is a contact of its own.
     *
     * @throws WireFailure when no complete answer came, or a host is not to be contacted
     */
    public WireResponse exchange(WireRequest request, Deadline deadline) throws WireFailure {
        return exchange(request, deadline, page -> {});
    }

    /** As {@link #exchange(WireRequest, Deadline)}, of pages with leave only: it is asked for the first and for each redirect's. */
    public WireResponse exchange(WireRequest request, Deadline deadline, Leave leave) throws WireFailure {
        List<Redirect> followed = new ArrayList<>();
        URI next = request.uri();
        while (true) {
            leave.ask(next);
            WireResponse response =
                    courtesy.visit(String.valueOf(next.getHost()), 1).exchange(request.to(next), deadline);
            URI target = response.target();
            if (target == null || followed.size() >= request.maxRedirects()) {
                return response.after(followed);
            }
            followed.add(new Redirect(response.status(), next, target));
            next = target;
        }
    }
}
