package io.bellwether.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Two nodes, one of them with a wrong clock, while everything they need fails in turn: what is lost, doubled, or blamed. */
record Faults() implements Scenario {

    private static final Load LOAD = new Load(300, Duration.ofSeconds(10), "http");
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration SILENT = Duration.ofSeconds(60);
    private static final Duration DEAD = Duration.ofSeconds(30);
    private static final Duration BROKEN = AWAY.multipliedBy(2).plus(SILENT).plus(DEAD);
    private static final Duration QUIET = Duration.ofMinutes(Integer.getInteger("bench.faults.minutes", 10))
            .minus(BROKEN)
            .dividedBy(5);

    /** Longer than a lease, so that what a node left behind has been run by another. */
    private static final Duration SETTLING = Duration.ofSeconds(40);

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        try (FaultsDatabase database = FaultsDatabase.start(bench.directory().resolve("postgres"));
                FaultsDns dns = FaultsDns.start();
                FaultsNode first = node(bench, "A", database, dns, Map.of());
                FaultsNode second = node(bench, "B", database, dns, FaultsClock.off("+5m"))) {
            first.application().watch(LOAD.every(), urls(bench.target()));
            Thread.sleep(WARM_UP);
            FaultsCounts before = FaultsCounts.of(first, second);
            FaultsTimeline timeline = breakInTurn(database, dns, first);
            say("settling");
            Thread.sleep(SETTLING);
            FaultsCounts counts = FaultsCounts.of(first, second).since(before);
            first.close();
            second.close();
            try (Handle handle = database.open()) {
                FaultsLedger ledger = new FaultsLedger(handle, timeline);
                new FaultsFindings(ledger, counts, bench.target().requests()).tell(report);
            }
        }
    }

    private static FaultsTimeline breakInTurn(FaultsDatabase database, FaultsDns dns, FaultsNode victim)
            throws IOException, InterruptedException {
        Instant begin = Instant.now();
        quiet("all is well");
        say("PostgreSQL stops");
        FaultsWindow firstAway = database.away(AWAY);
        quiet("PostgreSQL is back");
        say("DNS falls silent");
        FaultsWindow silent = dns.silent(SILENT);
        quiet("DNS answers again");
        say("node A is killed");
        FaultsWindow dead = victim.dead(DEAD);
        quiet("node A is ready again");
        say("PostgreSQL stops");
        FaultsWindow secondAway = database.away(AWAY);
        quiet("PostgreSQL is back");
        return new FaultsTimeline(begin, List.of(firstAway, secondAway), silent, dead, Instant.now());
    }

    private static void quiet(String since) throws InterruptedException {
        say(since);
        Thread.sleep(QUIET);
    }

    private static void say(String what) {
        System.out.println(Instant.now() + " " + what);
    }

    private static FaultsNode node(
            Bench bench, String location, FaultsDatabase database, FaultsDns dns, Map<String, String> clock)
            throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(clock);
        settings.put("BELLWETHER_LOCATION", location);
        settings.put("BELLWETHER_RESOLVER", dns.server());
        settings.put("BELLWETHER_EGRESS_CHECK_TARGETS", bench.target().url("http", "reference.bench.test"));
        return new FaultsNode(Bellwether.start(
                bench.directory().resolve("node-" + location),
                bench.target(),
                bench.options().with(settings)));
    }

    private static List<String> urls(Target target) {
        return IntStream.range(0, LOAD.monitors())
                .mapToObj(number -> target.url(LOAD.scheme(), "svc-" + number + ".bench.test") + "/health")
                .toList();
    }
}
