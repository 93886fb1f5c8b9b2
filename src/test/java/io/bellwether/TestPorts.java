package io.bellwether;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports for processes that a test starts, below those that the kernel gives to connections: so none is taken between the
 * choice and the start, nor between a stop and the next start.
 */
public final class TestPorts {

    private static final int FIRST = 20_000;
    private static final int END = 32_000;

    private TestPorts() {}

    /** The first of several free ones in a row. */
    public static int free(int count) {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, END - count))
                .filter(first -> IntStream.range(first, first + count).allMatch(TestPorts::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
