package io.bellwether.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Targets that accept a connection and never answer, among many that do. */
record Hanging() implements Scenario {

    private static final Load LOAD = new Load(4_800, Duration.ofMinutes(1), "http");
    private static final int SILENT = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final Duration TIME = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "hanging";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        try (Bellwether monitoring = bench.bellwether();
                ServerSocket silent = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())) {
            List<Socket> held = new ArrayList<>();
            Thread.ofVirtual().start(() -> hold(silent, held));
            monitoring.watch(LOAD);
            Thread.sleep(WARM_UP);
            double without = p99(monitoring);
            String url = "http://127.0.0.1:" + silent.getLocalPort() + "/";
            monitoring.watch(
                    LOAD.every(),
                    IntStream.range(0, SILENT).mapToObj(number -> url + number).toList());
            Thread.sleep(WARM_UP);
            double with = p99(monitoring);
            report.told("hanging: lateness p99 without them", Report.number(without) + " ms", "");
            report.atMost("hanging: lateness p99 with 200 of 5,000 hanging", Math.max(100, without * 1.5), with, "ms");
        }
    }

    private static double p99(Bellwether monitoring) throws IOException, InterruptedException {
        Lateness before = monitoring.lateness();
        Thread.sleep(TIME);
        return monitoring.lateness().since(before).percentile(0.99);
    }

    private static void hold(ServerSocket silent, List<Socket> held) {
        try {
            while (true) {
                held.add(silent.accept());
            }
        } catch (IOException e) {
            // Closed: the scenario is over.
        }
    }
}
