package io.bellwether.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Every one of some probes run once, at somebody's request.
 *
 * @param seconds it took
 * @param applicationSeconds CPU time of the virtual machine
 * @param databaseSeconds CPU time of PostgreSQL
 * @param memory the proportional set size of both at its end, in MiB
 * @param wrong what results other than UP say, UNKNOWN among them; every vendor is careful and answers
 */
record PostureRound(
        double seconds, double applicationSeconds, double databaseSeconds, double memory, List<String> wrong) {

    /** Hosts are spared by pauses, so that a scan takes seconds of waiting; as many wait at once. */
    static final int AT_ONCE = 320;

    static PostureRound of(Bellwether monitoring, List<String> probes)
            throws IOException, InterruptedException, ExecutionException {
        Processes both = monitoring.processes();
        Processes application = new Processes(both.roots().subList(0, 1));
        Processes database = new Processes(both.roots().subList(1, 2));
        double applicationBefore = application.cpuSeconds();
        double databaseBefore = database.cpuSeconds();
        long begin = System.nanoTime();
        List<String> wrong = run(monitoring, probes);
        return new PostureRound(
                (System.nanoTime() - begin) / 1e9,
                application.cpuSeconds() - applicationBefore,
                database.cpuSeconds() - databaseBefore,
                both.memory(),
                wrong);
    }

    private static List<String> run(Bellwether monitoring, List<String> probes)
            throws InterruptedException, ExecutionException {
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> runs = new ArrayList<>();
            for (String probe : probes) {
                places.acquire();
                runs.add(threads.submit(() -> {
                    try {
                        return monitoring.runNow(probe);
                    } finally {
                        places.release();
                    }
                }));
            }
            List<String> wrong = new ArrayList<>();
            for (Future<JsonNode> run : runs) {
                JsonNode observation = run.get();
                String outcome = observation.get("outcome").asText();
                if (!outcome.equals("UP")) {
                    wrong.add(outcome + ": " + observation.get("reason").asText());
                }
            }
            return List.copyOf(wrong);
        }
    }
}
