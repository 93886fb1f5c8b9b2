package io.bellwether.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A thousand vendors scanned with the usual courtesy, and what pages cost whose makers wish us ill. */
record Posture() implements Scenario {

    private static final int VENDORS = Integer.getInteger("bench.posture.vendors", 1_000);

    /** Scanned before, so that the virtual machine has compiled what matters. */
    private static final int WARM_UP = 200;

    private static final int SHOWN = 10;

    @Override
    public String name() {
        return "posture";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        HostileSite.measure(report);
        List<String> domains = Fleet.domains(WARM_UP + VENDORS);
        try (FleetDns dns = FleetDns.start(domains);
                Fleet fleet = Fleet.start(bench.directory().resolve("fleet"), bench.target());
                Bellwether monitoring = Bellwether.start(
                        bench.directory().resolve("bellwether"),
                        bench.target(),
                        bench.options()
                                .with(Map.of(
                                        "BELLWETHER_RESOLVER", dns.server(),
                                        "BELLWETHER_MONITOR_MANUAL_RUNS", String.valueOf(PostureRound.AT_ONCE))))) {
            if (!dns.servesZones()) {
                report.told("posture: name servers of the vendors", "silent, for port 53 was taken", "");
            }
            scan(monitoring, fleet, domains, report);
        }
    }

    private static void scan(Bellwether monitoring, Fleet fleet, List<String> domains, Report report) throws Exception {
        check(PostureRound.of(monitoring, register(monitoring, fleet, domains.subList(0, WARM_UP), Fleet.KINDS)));
        List<String> measured = domains.subList(WARM_UP, domains.size());
        List<String> probes = register(monitoring, fleet, measured, Fleet.KINDS);
        double before = monitoring.kept();
        PostureRound first = PostureRound.of(monitoring, probes);
        double between = monitoring.kept();
        tell(first, report);
        report.atLeast(
                "posture: vendors of which all four kinds of evidence are kept",
                domains.size(),
                monitoring.query("SELECT count(*) FROM (SELECT FROM posture_evidence GROUP BY vendor_id"
                        + " HAVING count(DISTINCT kind) = " + Fleet.KINDS.size() + ")"),
                "vendors");
        PostureRound second = PostureRound.of(monitoring, withoutSweeps(probes));
        double after = monitoring.kept();
        report.told(
                "posture: kept in memory before the scans, after them, after a second round",
                Report.text("%s, %s, %s MiB", Report.number(before), Report.number(between), Report.number(after)),
                "");
        report.atMost(
                "posture: what is kept in memory, growth by the second round", 10, (after / between - 1) * 100, "%");
        report.told(
                "posture: memory (PSS) after the scans, after a second round",
                Report.text("%s, %s MiB", Report.number(first.memory()), Report.number(second.memory())),
                "");
        check(second);
    }

    private static void tell(PostureRound round, Report report) {
        report.atLeast(
                Report.text("posture: full scans per second, %,d vendors", VENDORS),
                20,
                VENDORS / round.seconds(),
                "/s");
        report.told("posture: wall time", Report.number(round.seconds()) + " s", "");
        report.told(
                "posture: CPU-s per full scan, of that PostgreSQL",
                Report.text(
                        "%.4f, %.4f",
                        (round.applicationSeconds() + round.databaseSeconds()) / VENDORS,
                        round.databaseSeconds() / VENDORS),
                "");
        report.atMost("posture: results other than UP", 0L, (long) round.wrong().size(), "results");
        check(round);
    }

    /** The ids of the probes, one vendor's after the other. */
    private static List<String> register(Bellwether monitoring, Fleet fleet, List<String> domains, List<String> kinds)
            throws IOException, InterruptedException {
        List<String> probes = new ArrayList<>();
        for (String domain : domains) {
            String vendor = monitoring.vendor(domain);
            for (String kind : kinds) {
                probes.add(monitoring.probe(vendor, kind, fleet.settings(kind, domain)));
            }
        }
        return probes;
    }

    /** A host is swept once a day at most. */
    private static List<String> withoutSweeps(List<String> probes) {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            if (!Fleet.KINDS.get(i % Fleet.KINDS.size()).equals("tls")) {
                others.add(probes.get(i));
            }
        }
        return others;
    }

    private static void check(PostureRound round) {
        if (!round.wrong().isEmpty()) {
            throw new IllegalStateException(round.wrong().size() + " results are not UP, such as:\n"
                    + String.join(
                            "\n", round.wrong().stream().distinct().limit(SHOWN).toList()));
        }
    }
}
