package io.bellwether;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a real mail server and answers some commands itself, as told: no matter what that server would say. The command
 * {@code CONNECT} stands for the greeting, {@code .} for the end of a mail.
 */
public final class ScriptedSmtp implements AutoCloseable {

    /** Hangs up without an answer. */
    public static final String DROP = "DROP";
    /** Lets the server behind take it, and then hangs up without an answer. */
    public static final String TAKE_AND_DROP = "TAKE AND DROP";
    /** Never answers. */
    public static final String SILENCE = "SILENCE";
    /** Agrees to TLS, with the certificate of the test. */
    public static final String TLS = "TLS";

    private record Answer(String command, String reply, boolean once) {}

    private final int backend;
    private final @Nullable SSLContext certificate;
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Answer> script = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Map<Socket, Boolean> open = new ConcurrentHashMap<>();

    /** @param backend the port of the server behind on loopback */
    public ScriptedSmtp(int backend, @Nullable SSLContext certificate) {
        try {
            this.backend = backend;
            this.certificate = certificate;
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            threads.execute(this::listen);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** From now on answers every command that begins like this so. */
    public ScriptedSmtp answers(String command, String reply) {
        script.add(new Answer(command.toUpperCase(Locale.ROOT), reply, false));
        return this;
    }

    /** Answers the next command that begins like this so. */
    public ScriptedSmtp answersOnce(String command, String reply) {
        script.add(new Answer(command.toUpperCase(Locale.ROOT), reply, true));
        return this;
    }

    /** Forgets script and commands. */
    public void reset() {
        script.clear();
        commands.clear();
    }

    /** What was said to it, without the mails. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.put(client, true);
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket accepted) {
        try (accepted;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), backend)) {
            open.put(server, true);
            Side behind = new Side(server);
            String greeting = behind.reply();
            try {
                converse(new Side(accepted), behind, greeting);
            } finally {
                behind.say("QUIT");
                behind.reply();
            }
        } catch (IOException e) {
            // One of the two is gone, and so the other is closed.
        }
    }

    private void converse(Side first, Side behind, String greeting) throws IOException {
        Side client = first;
        if (!say(client, scripted("CONNECT").orElse(greeting))) {
            return;
        }
        String line = client.line();
        while (line != null) {
            commands.add(line);
            Optional<String> reply = scripted(line);
            if (reply.isPresent() && reply.get().equals(TLS)) {
                client.say("220 go ahead");
                client = client.encrypted(certificate);
            } else if (!say(client, reply.isPresent() ? reply.get() : pass(line, client, behind))) {
                return;
            }
            line = client.line();
        }
    }

    private String pass(String line, Side client, Side behind) throws IOException {
        return line.equalsIgnoreCase("DATA") ? passMail(client, behind) : behind.ask(line);
    }

    /** What is not to be taken never reaches the server behind. */
    private String passMail(Side client, Side behind) throws IOException {
        client.say("354 go on");
        StringBuilder mail = new StringBuilder();
        String part = client.line();
        while (part != null && !part.equals(".")) {
            mail.append(part).append("\r\n");
            part = client.line();
        }
        Optional<String> end = scripted(".");
        boolean taken = part != null
                && (end.isEmpty()
                        || end.get().equals(TAKE_AND_DROP)
                        || end.get().startsWith("2"));
        if (taken) {
            behind.ask("DATA");
            return end.isEmpty() ? behind.ask(mail + ".") : scripted(behind.ask(mail + "."), end.get());
        }
        return end.orElse(DROP);
    }

    /** What the server behind has said matters only where it must have agreed. */
    private static String scripted(String real, String wanted) {
        return real.startsWith("2") ? wanted : real;
    }

    /** False when the conversation is over. */
    private boolean say(Side client, String reply) throws IOException {
        if (reply.equals(DROP) || reply.equals(TAKE_AND_DROP)) {
            return false;
        }
        if (reply.equals(SILENCE)) {
            return client.line() != null;
        }
        client.say(reply);
        return true;
    }

    private Optional<String> scripted(String command) {
        String upper = command.toUpperCase(Locale.ROOT);
        Optional<Answer> found = script.stream()
                .filter(answer -> upper.startsWith(answer.command()))
                .findFirst();
        found.filter(Answer::once).ifPresent(script::remove);
        return found.map(Answer::reply);
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open.keySet()) {
                socket.close();
            }
            threads.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of the two it speaks with. */
    private static final class Side {

        private final Socket socket;
        private final BufferedReader in;
        private final OutputStream out;

        private Side(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            this.out = socket.getOutputStream();
        }

        private Side encrypted(@Nullable SSLContext certificate) throws IOException {
            if (certificate == null) {
                throw new IOException("no certificate to show");
            }
            SSLSocket secure =
                    (SSLSocket) certificate.getSocketFactory().createSocket(socket, "client", socket.getPort(), true);
            secure.setUseClientMode(false);
            return new Side(secure);
        }

        private @Nullable String line() throws IOException {
            return in.readLine();
        }

        /** All lines of one reply. */
        private String reply() throws IOException {
            StringBuilder reply = new StringBuilder();
            String line = in.readLine();
            while (line != null && line.length() > 3 && line.charAt(3) == '-') {
                reply.append(line).append("\r\n");
                line = in.readLine();
            }
            return reply.append(line).toString();
        }

        private String ask(String command) throws IOException {
            say(command);
            return reply();
        }

        private void say(String text) throws IOException {
            out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
