package io.bellwether.probe.http;

import io.bellwether.TestCertificates;
import io.bellwether.TestCertificates.Issued;
import io.bellwether.TestPorts;
import io.bellwether.platform.egress.Peer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Servers on loopback, and the certificates of all who take part. The characters of an answer are its bytes. */
final class Stage implements AutoCloseable {

    static final String OK = answer("200 OK", "all systems go");

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    // Certificates are judged by the platforms against the real time.
    private final Instant now = Clock.systemUTC().instant();
    private final TestCertificates authority = new TestCertificates(now);
    private final List<Peer> peers = new ArrayList<>();
    private final Path files;

    Stage(Path files) {
        this.files = files;
    }

    static String answer(String status, String body, String... headers) {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "HTTP/1.1 " + status + "\r\n" + lines + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    static String redirect(String location) {
        return answer("302 Found", "", "Location: " + location);
    }

    static Peer.Manners saying(String answer) {
        return (in, out) -> {
            request(in);
            write(out, answer);
        };
    }

    /** Answers those whose head holds some words otherwise than all others. */
    static Peer.Manners listeningFor(String words, String answer, String otherwise) {
        return (in, out) -> write(out, request(in).contains(words) ? answer : otherwise);
    }

    /** Answers what is asked for at each path, and {@link #OK} elsewhere. */
    static Peer.Manners byPath(Map<String, String> answers) {
        return (in, out) -> write(out, answers.getOrDefault(Peer.target(request(in)), OK));
    }

    /** The head of a request whose body has been read too, for else closing breaks the connection off. */
    static String request(InputStream in) throws IOException {
        String head = Peer.head(in);
        head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .map(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
                .findFirst()
                .ifPresent(length -> skip(in, length));
        return head;
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    static void pause(int millis) throws InterruptedException {
        NEVER.await(millis, TimeUnit.MILLISECONDS);
    }

    String answering(String answer) {
        return that(saying(answer));
    }

    String that(Peer.Manners manners) {
        return url("http", Peer.that(manners));
    }

    String on(String address, Peer.Manners manners) {
        String host = address.indexOf(':') < 0 ? address : "[" + address + "]";
        return url("http", Peer.on(address, 0, manners)).replace("127.0.0.1", host);
    }

    String resetting(Peer.Manners manners) {
        return url("http", Peer.resetting(manners));
    }

    String secure(Issued issued) {
        return secure(issued.serverContext(), _ -> {}, saying(OK));
    }

    String secure(SSLContext context, Consumer<SSLParameters> particular, Peer.Manners manners) {
        return url("https", Peer.overTls(context, particular, manners));
    }

    /** Ends connections without saying so in TLS (RFC 8446, 6.1). */
    String secureButAbrupt(Peer.Manners manners) {
        return url("https", Peer.startingTls(good().serverContext(), (_, _) -> {}, manners));
    }

    String http2(Peer.Manners manners) {
        return url("https", Peer.overHttp2(good().serverContext(), manners));
    }

    /** Where nobody listens, nor will. */
    String nobody() {
        return "http://127.0.0.1:" + TestPorts.free(1) + "/";
    }

    Issued good() {
        return valid(authority, "127.0.0.1", "localhost");
    }

    Issued valid(TestCertificates by, String... hosts) {
        return by.issue(inDays(-1), inDays(89), hosts);
    }

    TestCertificates authority() {
        return authority;
    }

    Instant inDays(int days) {
        return now.plus(Duration.ofDays(days));
    }

    /** The file with the authority that is believed. */
    Path trust() {
        return authority.writePem(files.resolve("authority.pem"));
    }

    /** A file to be named in a configuration. */
    String file(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text).toString();
    }

    private String url(String scheme, Peer peer) {
        peers.add(peer);
        return scheme + "://127.0.0.1:" + peer.port() + "/";
    }

    private static void skip(InputStream in, int length) {
        try {
            in.skipNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Peer peer : peers) {
            peer.close();
        }
    }
}
