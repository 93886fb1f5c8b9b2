package io.bellwether.platform.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A server on loopback that does with each connection what the test says, however rude. */
final class Peer implements AutoCloseable {

    /** What happens on one connection; the connection is closed when it returns. */
    @FunctionalInterface
    interface Manners {
        void serve(InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Manners manners;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private Peer(ServerSocket server, Manners manners) {
        this.server = server;
        this.manners = manners;
        Thread.ofVirtual().start(this::accept);
    }

    static Peer that(Manners manners) {
        return on("127.0.0.1", 0, manners);
    }

    static Peer on(String address, int port, Manners manners) {
        try {
            return new Peer(new ServerSocket(port, 50, InetAddress.ofLiteral(address)), manners);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Peer overTls(SSLContext context, Manners manners) {
        try {
            return new Peer(
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")),
                    manners);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one request's head and answers with the text. */
    static Peer answering(String answer) {
        return that(saying(answer));
    }

    static Manners saying(String answer) {
        return (in, out) -> {
            head(in);
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        };
    }

    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** What the request line asks for. */
    static String target(String head) {
        int space = head.indexOf(' ');
        return head.substring(space + 1, head.indexOf(' ', space + 1));
    }

    int port() {
        return server.getLocalPort();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** How many connections were accepted. */
    int connections() {
        return open.size();
    }

    List<String> requests() {
        return requests;
    }

    void note(String request) {
        requests.add(request);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            manners.serve(socket.getInputStream(), socket.getOutputStream());
        } catch (IOException | InterruptedException e) {
            // The client has had enough, as it should.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
