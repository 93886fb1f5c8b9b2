package io.bellwether.probe.http;

import static io.bellwether.probe.http.PlainTrials.expecting;
import static io.bellwether.probe.http.Stage.answer;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** How bodies are packed and framed. */
final class CodingTrials {

    private static final String WORDS = "all systems go ".repeat(200);
    private static final String PATTERN = "systems go";
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n";

    @FunctionalInterface
    private interface Packing {
        OutputStream over(OutputStream out) throws IOException;
    }

    private CodingTrials() {}

    static Stream<Trial> on(Stage stage) {
        return Stream.concat(framed(stage), packed(stage));
    }

    private static Stream<Trial> framed(Stage stage) {
        String chunks = chunk("all systems") + chunk(" go");
        return Stream.of(
                expecting("chunked", stage.answering(CHUNKED + "\r\n" + chunks + "0\r\n\r\n"), PATTERN),
                expecting(
                        "chunked, with an extension and a trailer",
                        stage.answering(CHUNKED + "\r\nb;x=y\r\nall systems\r\n" + chunk(" go") + "0\r\nX: y\r\n\r\n"),
                        PATTERN),
                expecting("body up to the end of the connection", stage.answering(HEAD + "\r\n" + WORDS), PATTERN),
                expecting(
                        "length said twice alike",
                        stage.answering(HEAD + "Content-Length: 14\r\nContent-Length: 14\r\n\r\nall systems go"),
                        PATTERN),
                Trial.of("lengths that differ", stage.answering(answer("200 OK", "ok", "Content-Length: 1")))
                        .down(Cause.PROTOCOL_ERROR),
                Trial.of("length cut short", stage.answering(HEAD + "Content-Length: 100\r\n\r\nhalf"))
                        .down(Cause.BODY_TRUNCATED),
                Trial.of("chunk cut short", stage.answering(CHUNKED + "\r\n40\r\nhalf"))
                        .down(Cause.BODY_TRUNCATED),
                Trial.of("last chunk missing", stage.answering(CHUNKED + "\r\n" + chunks))
                        .down(Cause.BODY_TRUNCATED),
                Trial.of("chunk size that is no number", stage.answering(CHUNKED + "\r\nxyz\r\nall\r\n0\r\n\r\n"))
                        .down(Cause.PROTOCOL_ERROR),
                Trial.of("last chunk without its last line", stage.answering(CHUNKED + "\r\n" + chunks + "0\r\n"))
                        .onlyWeAreContent("Not a byte of the body is missing."));
    }

    private static Stream<Trial> packed(Stage stage) {
        String gzip = packed(GZIPOutputStream::new);
        String deflate = packed(DeflaterOutputStream::new);
        String half = gzip.substring(0, 30);
        return Stream.of(
                unpacking(expecting("gzip", stage.answering(coded("gzip", gzip)), PATTERN), "gzip"),
                unpacking(
                        expecting(
                                "gzip, chunked",
                                stage.answering(CHUNKED + "Content-Encoding: gzip\r\n\r\n" + chunk(gzip) + "0\r\n\r\n"),
                                PATTERN),
                        "gzip"),
                unpacking(Trial.of("gzip cut short", stage.answering(coded("gzip", half))), "gzip")
                        .down(Cause.BODY_TRUNCATED),
                expecting("gzip, of which the module says nothing", stage.answering(coded("gzip", gzip)), PATTERN)
                        .onlyWeAreContent("Like a browser we ask for gzip and deflate and unpack what comes;"
                                + " blackbox_exporter unpacks only what its module names."),
                unpacking(expecting("no gzip, of which the module speaks", stage.answering(Stage.OK), PATTERN), "gzip")
                        .onlyWeAreContent("A server need not compress because it was asked to (RFC 9110, 12.5.3);"
                                + " blackbox_exporter takes it for broken."),
                unpacking(expecting("deflate", stage.answering(coded("deflate", deflate)), PATTERN), "deflate")
                        .onlyWeAreContent("blackbox_exporter reads bare deflate data only; the standard asks for zlib's"
                                + " format (RFC 9110, 8.4.1.2), and we read both."),
                Trial.of("text that is called gzip", stage.answering(coded("gzip", "all systems go")))
                        .onlyTheyAreContent(
                                Outcome.DOWN, Cause.PROTOCOL_ERROR, "A browser cannot show such an answer either."),
                Trial.of("brotli, which was not asked for", stage.answering(coded("br", "all systems go")))
                        .onlyTheyAreContent(
                                Outcome.UNKNOWN,
                                Cause.UNEXPECTED_FORMAT,
                                "We cannot read it, and do not blame the vendor for that."));
    }

    private static Trial unpacking(Trial trial, String coding) {
        return trial.theirs("compression", coding, "headers", Map.of("Accept-Encoding", coding));
    }

    private static String coded(String coding, String body) {
        return answer("200 OK", body, "Content-Encoding: " + coding);
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static String packed(Packing packing) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packing.over(packed)) {
            out.write(WORDS.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toString(StandardCharsets.ISO_8859_1);
    }
}
