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
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server on loopback that does with each connection what the test says, however rude. */
public final class Peer implements AutoCloseable {

    /** What happens on one connection; the connection is closed when it returns. */
    @FunctionalInterface
    public interface Manners {
        void serve(InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    @FunctionalInterface
    private interface Service {
        void give(Socket socket) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Service service;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private Peer(ServerSocket server, Manners manners) {
        this(server, socket -> manners.serve(socket.getInputStream(), socket.getOutputStream()));
    }

    private Peer(ServerSocket server, Service service) {
        this.server = server;
        this.service = service;
        Thread.ofVirtual().start(this::accept);
    }

    public static Peer that(Manners manners) {
        return on("127.0.0.1", 0, manners);
    }

    public static Peer on(String address, int port, Manners manners) {
        try {
            return new Peer(new ServerSocket(port, 50, InetAddress.ofLiteral(address)), manners);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Peer overTls(SSLContext context, Manners manners) {
        return overTls(context, _ -> {}, manners);
    }

    /** Over TLS, agreeing on HTTP/2. */
    public static Peer overHttp2(SSLContext context, Manners manners) {
        return overTls(context, parameters -> parameters.setApplicationProtocols(new String[] {"h2"}), manners);
    }

    /** Over TLS that is particular about something. */
    public static Peer overTls(SSLContext context, Consumer<SSLParameters> particular, Manners manners) {
        try {
            SSLServerSocket server = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
            SSLParameters parameters = server.getSSLParameters();
            particular.accept(parameters);
            server.setSSLParameters(parameters);
            return new Peer(server, manners);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks each connection off instead of closing it. */
    public static Peer resetting(Manners manners) {
        Service service = socket -> {
            manners.serve(socket.getInputStream(), socket.getOutputStream());
            socket.setSoLinger(true, 0);
        };
        try {
            return new Peer(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins in the clear and goes on encrypted; hangs up without saying so in TLS. */
    public static Peer startingTls(SSLContext context, Manners before, Manners after) {
        Service service = socket -> {
            before.serve(socket.getInputStream(), socket.getOutputStream());
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
            tls.setUseClientMode(false);
            after.serve(tls.getInputStream(), tls.getOutputStream());
        };
        try {
            return new Peer(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one request's head and answers with the text. */
    public static Peer answering(String answer) {
        return that(saying(answer));
    }

    public static Manners saying(String answer) {
        return (in, out) -> {
            head(in);
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        };
    }

    public static String head(InputStream in) throws IOException {
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
    public static String target(String head) {
        int space = head.indexOf(' ');
        return head.substring(space + 1, head.indexOf(' ', space + 1));
    }

    public int port() {
        return server.getLocalPort();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** How many connections were accepted. */
    public int connections() {
        return open.size();
    }

    /** Whether the connection, counted from 0, is served no more: the client has gone or the manners were at their end. */
    public boolean isLeft(int connection) {
        return open.get(connection).isClosed();
    }

    public List<String> requests() {
        return requests;
    }

    public void note(String request) {
        requests.add(request);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                // As web servers do; else an answer in parts waits for the client's delayed acknowledgement.
                socket.setTcpNoDelay(true);
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            service.give(socket);
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
