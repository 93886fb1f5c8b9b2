package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks a proxy for a connection to a host. What goes wrong on that way is ours, not the host's. */
final class Tunnel {

    private static final int LONGEST_HEAD = 16 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: .*)?");

    private Tunnel() {}

    static void open(Socket socket, HttpProxy proxy, HostName host, int port, Deadline deadline) throws IOException {
        String target = (host.name().indexOf(':') < 0 ? host.name() : "[" + host.name() + "]") + ":" + port;
        int status;
        try {
            socket.getOutputStream()
                    .write(request(target, proxy.authorization()).getBytes(StandardCharsets.ISO_8859_1));
            status = status(head(socket.getInputStream()));
        } catch (IOException e) {
            Cause cause = deadline.passed() ? Cause.DEADLINE : Cause.NETWORK_UNREACHABLE;
            throw Fault.ours(cause, "The proxy " + proxy + " opened no way to " + target + ": it gave no answer.");
        }
        if (status == 407) {
            throw Fault.ours(Cause.NOT_CONFIGURED, "The proxy " + proxy + " wants another user or password.");
        }
        if (status < 200 || status > 299) {
            throw Fault.ours(
                    Cause.NETWORK_UNREACHABLE,
                    "The proxy " + proxy + " opened no way to " + target + ": it answered "
                            + (status == 0 ? "something that is not HTTP" : "with status " + status) + ".");
        }
    }

    private static String request(String target, @Nullable String authorization) {
        return "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\nUser-Agent: " + Wire.USER_AGENT + "\r\n"
                + (authorization == null ? "" : "Proxy-Authorization: " + authorization + "\r\n") + "\r\n";
    }

    /** Byte for byte, so that nothing is taken of what comes through the tunnel. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && head.size() < LONGEST_HEAD; next = in.read()) {
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        throw new IOException("no end of the head");
    }

    /** 0 when there is none to be read. */
    private static int status(String head) {
        Matcher line = STATUS.matcher(head.substring(0, head.indexOf('\r')));
        return line.matches() ? Integer.parseInt(line.group(1)) : 0;
    }
}
