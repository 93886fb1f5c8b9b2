package io.bellwether.probe.dns;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What all servers of a zone said to one question.
 *
 * @param dnsIsOpen whether any server outside is known to answer us; if none does, the silence may be our own
 */
record Survey(Zone zone, List<Said> said, boolean dnsIsOpen) {

    /** In milliseconds, of the servers that did as they should. */
    OptionalDouble slowest() {
        return sound().mapToDouble(reply -> reply.dns().millis()).max();
    }

    /** The quickest sound answer, and beside it what each server said. */
    Map<String, Object> detail() {
        Map<String, Object> detail = new LinkedHashMap<>();
        sound().min(Comparator.comparingDouble(reply -> reply.dns().millis()))
                .ifPresent(reply -> detail.putAll(reply.detail()));
        detail.put("zone", zone.apex().toString(true));
        detail.put("servers", said.stream().map(Said::detail).toList());
        return detail;
    }

    private Stream<Reply> sound() {
        return said.stream().filter(one -> one.fault() == null).map(Said::reply).filter(Objects::nonNull);
    }
}
