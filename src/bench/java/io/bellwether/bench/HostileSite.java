package io.bellwether.bench;

import io.bellwether.probe.headers.TimedLook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Answers with one hostile page after the other, over plain HTTP; it has nothing but its page. */
final class HostileSite implements AutoCloseable {

    private static final int LOOKS = 20;
    private static final byte[] NOTHING = "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private volatile byte[] page = NOTHING;

    private HostileSite(ServerSocket socket) {
        this.socket = socket;
    }

    /** What a look costs, in this virtual machine: reading, collecting and judging together. */
    static void measure(Report report) throws IOException {
        try (HostileSite site = new HostileSite(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()))) {
            Thread.ofPlatform().daemon().name("hostile").start(site::serve);
            URI url = URI.create("http://127.0.0.1:" + site.socket.getLocalPort() + "/");
            TimedLook look = new TimedLook();
            for (HostilePage hostile : HostilePage.all()) {
                site.page = hostile.answer().getBytes(StandardCharsets.ISO_8859_1);
                look.highest(url, LOOKS);
                TimedLook.Cost cost = look.highest(url, LOOKS);
                report.atMost(
                        "posture: CPU of a look at " + hostile.name() + ", which is " + cost.outcome() + ", highest of "
                                + LOOKS,
                        50,
                        cost.millis(),
                        "ms");
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        try {
            while (true) {
                Socket connection = socket.accept();
                Thread.startVirtualThread(() -> answer(connection));
            }
        } catch (SocketException e) {
            // Closed: all pages are measured.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            boolean ofPage = String.valueOf(request.readLine()).startsWith("GET / ");
            while (!String.valueOf(request.readLine()).isEmpty()) {
                // Up to the end of the head.
            }
            connection.getOutputStream().write(ofPage ? page : NOTHING);
        } catch (IOException e) {
            // Who looks at it has seen enough.
        }
    }
}
