package io.bellwether;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports for processes that a test starts, below those that the kernel gives to connections: so none is taken between the
 * choice and the start, nor between a stop and the next start. None is given twice: its process may only be away for a moment.
 */
public final class TestPorts {

    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    private static final Set<Integer> GIVEN = new HashSet<>();

    private TestPorts() {}

    /** The first of several free ones in a row. */
    public static synchronized int free(int count) {
        int free = IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, END - count))
                .filter(first -> IntStream.range(first, first + count).allMatch(TestPorts::isFree))
                .findFirst()
                .orElseThrow();
        IntStream.range(free, free + count).forEach(GIVEN::add);
        return free;
    }

    private static boolean isFree(int port) {
        if (GIVEN.contains(port)) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
