package io.bellwether.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Filings of the simulated vendors, in the shape of the SEC's submissions, made up for the demo. */
final class SimulatedFilings implements AutoCloseable {

    private final Supplier<Story> stories;
    private final HttpServer server;

    SimulatedFilings(int port, Supplier<Story> stories) throws IOException {
        this.stories = stories;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/submissions/", this::submissions);
        server.start();
    }

    private record Filing(Instant acceptedAt, String form, String items) {}

    private void submissions(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        for (SimulatedVendor vendor : SimulatedVendor.FLEET) {
            if (vendor.cik() != null && path.endsWith("/CIK" + vendor.cik() + ".json")) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                SimulatedSite.answer(exchange, 200, document(vendor, vendor.cik()));
                return;
            }
        }
        SimulatedSite.answer(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>");
    }

    private String document(SimulatedVendor vendor, String cik) {
        List<Filing> filings = filings(vendor);
        return """
                {"cik": "%s", "entityType": "operating", "sic": "7372", "name": "%s", "tickers": [], "filings": {"recent": {
                 "accessionNumber": [%s], "filingDate": [%s], "reportDate": [%s], "acceptanceDateTime": [%s],
                 "form": [%s], "items": [%s], "primaryDocument": [%s], "primaryDocDescription": [%s]}, "files": []}}""".formatted(
                        cik,
                        vendor.name(),
                        quoted(filings, filing -> accession(cik, filing)),
                        quoted(filings, SimulatedFilings::day),
                        quoted(filings, SimulatedFilings::day),
                        quoted(filings, filing -> filing.acceptedAt().toString()),
                        quoted(filings, Filing::form),
                        quoted(filings, Filing::items),
                        quoted(filings, filing -> "filing.htm"),
                        quoted(filings, Filing::form));
    }

    private List<Filing> filings(SimulatedVendor vendor) {
        List<Filing> filings = new ArrayList<>();
        Instant began = stories.get().began();
        if (vendor.scenario().bankrupt(stories.get().elapsed())) {
            filings.add(new Filing(began, "8-K", "1.03,2.04,9.01"));
        }
        if (vendor.scenario() == Scenario.BANKRUPTCY) {
            filings.add(daysAgo(began, 12, "NT 10-Q", ""));
            filings.add(daysAgo(began, 26, "8-K", "4.01,9.01"));
            filings.add(daysAgo(began, 41, "8-K", "3.01,9.01"));
            filings.add(daysAgo(began, 77, "8-K", "5.02"));
        }
        filings.add(daysAgo(began, 104, "10-Q", ""));
        filings.add(daysAgo(began, 196, "10-Q", ""));
        filings.add(daysAgo(began, 262, "10-K", ""));
        return filings;
    }

    private static Filing daysAgo(Instant began, int days, String form, String items) {
        return new Filing(began.minus(Duration.ofDays(days)), form, items);
    }

    private static String accession(String cik, Filing filing) {
        return "%s-%02d-%06d"
                .formatted(
                        cik,
                        filing.acceptedAt().atZone(ZoneOffset.UTC).getYear() % 100,
                        Math.floorMod(filing.acceptedAt().getEpochSecond() / 60, 1_000_000L));
    }

    private static String day(Filing filing) {
        return filing.acceptedAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String quoted(List<Filing> filings, Function<Filing, String> value) {
        return filings.stream().map(value).map(text -> '"' + text + '"').collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
