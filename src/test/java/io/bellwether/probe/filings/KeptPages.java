package io.bellwether.probe.filings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps the pages that are read of one company in memory. */
final class KeptPages implements FilerPages {

    private record Page(List<Filing> filings, Instant readAt) {}

    private final Map<String, Page> pages = new TreeMap<>();

    @Override
    public Map<String, Instant> readAt(long cik) {
        return pages.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, page -> page.getValue().readAt()));
    }

    @Override
    public List<Filing> filings(long cik) {
        return pages.values().stream().map(Page::filings).flatMap(List::stream).toList();
    }

    @Override
    public void keep(long cik, String name, List<Filing> filings, Instant readAt) {
        pages.put(name, new Page(filings, readAt));
    }
}
