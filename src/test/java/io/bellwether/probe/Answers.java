package io.bellwether.probe;

import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Body;
import io.bellwether.platform.egress.WireResponse;
import java.net.URI;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Answers as the wire would bring them, made by hand. */
public final class Answers {

    private Answers() {}

    /** An answer of https://vendor.example/ with headers given as names and values in turn. */
    public static WireResponse answer(int status, String body, String... headers) {
        return answer(URI.create("https://vendor.example/"), 120, status, body, headers);
    }

    public static WireResponse answer(URI uri, double millis, int status, String body, String... headers) {
        SortedMap<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], List.of(headers[i + 1]));
        }
        Phases phases = new Phases(1.0, 2.0, 3.0, 4.0, 5.0);
        return new WireResponse(
                status, map, Body.of(body), phases, millis, uri, List.of(), "93.184.216.34", null, false);
    }
}
