package io.bellwether.probe.http;

import static io.bellwether.probe.http.Stage.OK;
import static io.bellwether.probe.http.Stage.pause;
import static io.bellwether.probe.http.Stage.saying;
import static io.bellwether.probe.http.Stage.write;

import io.bellwether.TestCertificates;
import io.bellwether.TestCertificates.Issued;
import io.bellwether.core.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;

/** Servers that encrypt, with good and with bad certificates. */
final class TlsTrials {

    private static final String UNTIL_CLOSE = "HTTP/1.1 200 OK\r\n\r\nall systems go";
    private static final int HEADERS = 1;

    private TlsTrials() {}

    static Stream<Trial> on(Stage stage) throws IOException {
        return Stream.of(versions(stage), certificates(stage), clients(stage), ends(stage))
                .flatMap(trials -> trials);
    }

    private static Stream<Trial> versions(Stage stage) {
        return Stream.of(
                Trial.of("https", stage.secure(stage.good())),
                Trial.of("https by name", stage.secure(stage.good()).replace("127.0.0.1", "localhost")),
                Trial.of("TLS 1.2 only", speaking(stage, "TLSv1.2", OK)),
                Trial.of("TLS 1.3 only", speaking(stage, "TLSv1.3", OK)),
                Trial.of("HTTP/2", stage.http2(TlsTrials::noContent)).ours("protocol", "HTTP2"),
                Trial.of(
                                "https where http is spoken",
                                stage.that((in, out) -> {
                                            write(out, "HTTP/1.1 400 Bad Request\r\n\r\n");
                                            pause(20);
                                        })
                                        .replace("http:", "https:"))
                        .down(Cause.TLS_FAILED),
                Trial.of(
                                "http where https is spoken",
                                stage.secure(stage.good()).replace("https:", "http:"))
                        .down(Cause.PROTOCOL_ERROR));
    }

    private static Stream<Trial> certificates(Stage stage) {
        TestCertificates authority = stage.authority();
        Issued below = stage.valid(authority.intermediate(stage.inDays(0)), "127.0.0.1");
        Issued alone = new Issued(below.keys(), below.chain().subList(0, 1));
        TestCertificates stranger = new TestCertificates(stage.inDays(0));
        return Stream.of(
                Trial.of("certificate by an intermediate", stage.secure(below)),
                Trial.of("intermediate not sent", stage.secure(alone)).down(Cause.CERTIFICATE_UNTRUSTED),
                Trial.of("expired", stage.secure(authority.issue(stage.inDays(-9), stage.inDays(-1), "127.0.0.1")))
                        .down(Cause.CERTIFICATE_EXPIRED),
                Trial.of("not yet valid", stage.secure(authority.issue(stage.inDays(1), stage.inDays(9), "127.0.0.1")))
                        .down(Cause.CERTIFICATE_EXPIRED),
                Trial.of("for another host", stage.secure(stage.valid(authority, "other.example")))
                        .down(Cause.CERTIFICATE_WRONG_HOST),
                Trial.of(
                                "self-signed",
                                stage.secure(
                                        TestCertificates.selfSigned(stage.inDays(-1), stage.inDays(89), "127.0.0.1")))
                        .down(Cause.CERTIFICATE_UNTRUSTED),
                Trial.of("by an unknown authority", stage.secure(stage.valid(stranger, "127.0.0.1")))
                        .down(Cause.CERTIFICATE_UNTRUSTED));
    }

    private static Stream<Trial> clients(Stage stage) throws IOException {
        Issued client = stage.valid(stage.authority(), "client.example");
        Consumer<SSLParameters> strict = parameters -> parameters.setNeedClientAuth(true);
        String server = stage.secure(Pem.trusting(stage.good()), strict, saying(OK));
        Map<String, Object> tls = Map.of(
                "ca_file", stage.trust().toString(),
                "cert_file", stage.file("client.pem", Pem.chain(client)),
                "key_file", stage.file("client.key", Pem.key(client)));
        Map<String, Object> ours = Map.of("certificate", Pem.chain(client), "privateKey", Pem.key(client));
        return Stream.of(
                Trial.of("client certificate", server)
                        .ours("auth", Map.of("mtls", ours))
                        .theirs("tls_config", tls),
                Trial.of("client certificate, not shown", server).down(Cause.TLS_FAILED));
    }

    private static Stream<Trial> ends(Stage stage) {
        String cut = UNTIL_CLOSE.replace("\r\n\r\n", "\r\nContent-Length: 100\r\n\r\n");
        return Stream.of(
                Trial.of("TLS ended without a word", stage.secureButAbrupt(saying(OK))),
                Trial.of("TLS ended without a word, length not said", stage.secureButAbrupt(saying(UNTIL_CLOSE))),
                Trial.of("TLS ended in the body", stage.secureButAbrupt(saying(cut)))
                        .down(Cause.BODY_TRUNCATED),
                Trial.of("TLS 1.2 ended, length not said", speaking(stage, "TLSv1.2", UNTIL_CLOSE)),
                Trial.of("TLS 1.3 ended by a server in Java, length not said", speaking(stage, "TLSv1.3", UNTIL_CLOSE))
                        .onlyWeAreContent(
                                "Java says user_canceled before close_notify, which is a mere warning (RFC 8446,"
                                        + " 6.1); blackbox_exporter takes it for an error."));
    }

    private static String speaking(Stage stage, String version, String answer) {
        Consumer<SSLParameters> only = parameters -> parameters.setProtocols(new String[] {version});
        return stage.secure(stage.good().serverContext(), only, saying(answer));
    }

    /** Status 204 for the first request, in the bytes of RFC 9113 and RFC 7541. */
    private static void noContent(InputStream in, OutputStream out) throws IOException, InterruptedException {
        out.write(HexFormat.of().parseHex("000000040000000000"));
        out.flush();
        in.skipNBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length());
        for (byte[] frame = in.readNBytes(9); frame.length == 9; frame = in.readNBytes(9)) {
            in.skipNBytes(ByteBuffer.wrap(frame).getShort(1));
            if (frame[3] == HEADERS) {
                out.write(HexFormat.of().parseHex("00000101050000000189"));
                out.flush();
            }
        }
    }
}
