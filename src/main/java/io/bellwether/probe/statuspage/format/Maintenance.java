package io.bellwether.probe.statuspage.format;

import java.time.Instant;

/**
 * Announced work that is not over.
 *
 * @param status the vendor's own word
 * @param running whether the vendor says that it has begun
 */
public record Maintenance(Notice notice, String status, boolean running) {

    /** Whether it goes on at a time: by the vendor's word, or by the hours it announced. */
    public boolean covers(Instant now) {
        Instant start = notice.period().start();
        Instant end = notice.period().end();
        return running || (start != null && end != null && !now.isBefore(start) && now.isBefore(end));
    }
}
