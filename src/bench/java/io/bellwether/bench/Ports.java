package io.bellwether.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports below those that the kernel gives to connections, so that none is taken while it is waited for. */
final class Ports {

    private static final AtomicInteger NEXT = new AtomicInteger(19_100);

    private Ports() {}

    /** The first of several free ones in a row. */
    static int free(int count) {
        while (true) {
            int first = NEXT.getAndAdd(count);
            boolean all = true;
            for (int port = first; port < first + count; port++) {
                all &= isFree(port);
            }
            if (all) {
                return first;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
