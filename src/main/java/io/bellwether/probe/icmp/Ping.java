package io.bellwether.probe.icmp;

import io.bellwether.platform.egress.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The system's ping program. The platform cannot send echo requests itself, and what does needs a privilege that the program
 * has and we should not.
 *
 * @param places where it may be; the search path of whoever started us does not count
 */
record Ping(List<Path> places) {

    static final Ping OF_THE_SYSTEM = new Ping(List.of(Path.of("/usr/bin/ping"), Path.of("/bin/ping")));

    /** The shortest pause that ping grants to everybody. */
    private static final Duration PACE = Duration.ofMillis(200);

    /** What is left for ending it and reading what it wrote. */
    private static final Duration MARGIN = Duration.ofMillis(100);

    private static final int MOST_OUTPUT = 32 * 1024;
    private static final int LONGEST_WAIT = 30;

    Optional<Path> program() {
        return places.stream().filter(Files::isExecutable).findFirst();
    }

    /**
     * Sends echo requests and waits for the replies, at most until the deadline.
     *
     * @param address the numeric address is all that the program gets to see: it resolves nothing
     * @throws IOException when the program cannot be started
     */
    Echoes echo(Path program, InetAddress address, int count, Deadline deadline)
            throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(arguments(program, address, count, deadline));
        command.environment().clear();
        command.environment().put("LC_ALL", "C");
        command.redirectErrorStream(true);
        long begun = System.nanoTime();
        Process process = command.start();
        try {
            process.getOutputStream().close();
            process.waitFor(deadline.remaining().minus(MARGIN).toNanos(), TimeUnit.NANOSECONDS);
            long paces = (System.nanoTime() - begun) / PACE.toNanos();
            // Ended by its handle, its output can still be read.
            process.toHandle().destroyForcibly();
            byte[] output = process.getInputStream().readNBytes(MOST_OUTPUT);
            return Echoes.of(new String(output, StandardCharsets.US_ASCII), (int) Math.min(count, 1 + paces));
        } finally {
            process.destroyForcibly();
        }
    }

    /** Without a deadline of its own (-w): with one, it would go on until as many replies have come as requests were asked for. */
    private static List<String> arguments(Path program, InetAddress address, int count, Deadline deadline) {
        Duration spare = deadline.remaining().minus(PACE.multipliedBy(count)).minus(MARGIN);
        return List.of(
                program.toString(),
                "-n",
                "-c",
                String.valueOf(count),
                "-i",
                "0.2",
                "-W",
                String.valueOf(Math.clamp(spare.toSeconds(), 1, LONGEST_WAIT)),
                address.getHostAddress());
    }
}
