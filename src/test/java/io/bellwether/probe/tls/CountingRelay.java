package io.bellwether.probe.tls;

import io.bellwether.platform.hello.Flights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server and counts who comes. */
final class CountingRelay implements AutoCloseable {

    private final ServerSocket server;
    private final int behind;
    private final int refused;
    private final AtomicInteger connections = new AtomicInteger();

    CountingRelay(int behind) {
        this(behind, 0);
    }

    /** @param refused how many of the first find no way to talk */
    CountingRelay(int behind, int refused) {
        this.behind = behind;
        this.refused = refused;
        try {
            server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                boolean rude = connections.incrementAndGet() <= refused;
                Thread.ofVirtual().start(() -> serve(client, rude));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client, boolean rude) {
        if (rude) {
            refuse(client);
        } else {
            relay(client);
        }
    }

    private static void refuse(Socket client) {
        try (client) {
            ScriptedTls.offer(client.getInputStream());
            client.getOutputStream().write(Flights.alert(40));
        } catch (IOException e) {
            // It has had enough.
        }
    }

    private void relay(Socket client) {
        try (client;
                Socket vendor = new Socket(InetAddress.ofLiteral("127.0.0.1"), behind)) {
            Thread back = Thread.ofVirtual().start(() -> pipe(vendor, client));
            pipe(client, vendor);
            back.join();
        } catch (IOException e) {
            // One of the two has had enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pipe(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One of the two has had enough.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
