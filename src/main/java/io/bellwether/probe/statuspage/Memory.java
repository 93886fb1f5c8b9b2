package io.bellwether.probe.statuspage;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where feeds were found, so that not every run searches; of the pages asked for last, and no longer than the process. */
final class Memory {

    private static final int MOST = 2000;

    private final Map<URI, URI> feeds = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, URI> eldest) {
            return size() > MOST;
        }
    });

    Optional<URI> feed(URI page) {
        return Optional.ofNullable(feeds.get(page));
    }

    void keep(URI page, URI feed) {
        feeds.put(page, feed);
    }

    void forget(URI page) {
        feeds.remove(page);
    }
}
