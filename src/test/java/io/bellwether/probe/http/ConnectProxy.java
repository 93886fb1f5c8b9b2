package io.bellwether.probe.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on loopback that leads every tunnel to loopback, or answers with a status of the test's. */
final class ConnectProxy implements AutoCloseable {

    private final ServerSocket server;
    private final String answer;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private ConnectProxy(String answer) {
        try {
            this.server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.answer = answer;
        Thread.ofVirtual().start(this::accept);
    }

    static ConnectProxy willing() {
        return new ConnectProxy("HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n");
    }

    static ConnectProxy answering(String answer) {
        return new ConnectProxy(answer);
    }

    int port() {
        return server.getLocalPort();
    }

    /** What the clients said. */
    List<String> heads() {
        return heads;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            heads.add(head);
            client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            if (answer.contains(" 200 ")) {
                String target = head.split(" ", -1)[1];
                int port = Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
                tunnel(client, new Socket(InetAddress.ofLiteral("127.0.0.1"), port));
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone, as it may.
        }
    }

    private void tunnel(Socket client, Socket target) throws IOException, InterruptedException {
        open.add(target);
        try (target) {
            Thread back = Thread.ofVirtual().start(() -> pump(target, client));
            pump(client, target);
            back.join();
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One end has closed; so will the other.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client left");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
