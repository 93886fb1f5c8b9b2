package io.bellwether.probe.http;

import static io.bellwether.probe.http.Stage.OK;
import static io.bellwether.probe.http.Stage.answer;
import static io.bellwether.probe.http.Stage.listeningFor;
import static io.bellwether.probe.http.Stage.pause;
import static io.bellwether.probe.http.Stage.request;
import static io.bellwether.probe.http.Stage.write;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Peer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Servers that answer as they should, quickly or slowly, and what is asked of them. */
final class PlainTrials {

    private static final String FORBIDDEN = answer("403 Forbidden", "no");
    private static final String UNAUTHORIZED = answer("401 Unauthorized", "who are you?");

    private PlainTrials() {}

    static Stream<Trial> on(Stage stage) {
        return Stream.of(statuses(stage), requests(stage), content(stage), times(stage), sizes(stage), walls(stage))
                .flatMap(trials -> trials);
    }

    private static Stream<Trial> statuses(Stage stage) {
        return Stream.of(
                Trial.of("status 200", stage.answering(OK)),
                Trial.of("status 204", stage.answering("HTTP/1.1 204 No Content\r\n\r\n")),
                Trial.of("status 404", stage.answering(answer("404 Not Found", "no")))
                        .down(Cause.UNEXPECTED_STATUS),
                Trial.of("status 500", stage.answering(answer("500 Error", "no")))
                        .down(Cause.UNEXPECTED_STATUS),
                Trial.of("status 404, expected", stage.answering(answer("404 Not Found", "no")))
                        .ours("expectStatus", List.of("404"))
                        .theirs("valid_status_codes", List.of(404)),
                Trial.of("early hints before the answer", stage.answering("HTTP/1.1 103 Early Hints\r\n\r\n" + OK)),
                Trial.of("HTTP/1.0", stage.answering("HTTP/1.0 200 OK\r\n\r\nold")));
    }

    private static Stream<Trial> requests(Stage stage) {
        Trial head = Trial.of("HEAD", stage.that((in, out) -> {
            request(in);
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
        }));
        String post = stage.that((in, out) -> {
            String line = request(in);
            write(out, line.startsWith("POST") && line.contains("Content-Length: 5\r\n") ? OK : FORBIDDEN);
        });
        String host = stage.that((in, out) -> write(out, request(in).contains("Host: localhost:") ? OK : FORBIDDEN));
        String basic = stage.that(listeningFor("Authorization: Basic dTpw\r\n", OK, UNAUTHORIZED));
        String bearer = stage.that(listeningFor("Authorization: Bearer t0ken\r\n", OK, UNAUTHORIZED));
        return Stream.of(
                head.ours("method", "HEAD").theirs("method", "HEAD"),
                Trial.of("POST with a body", post)
                        .ours("method", "POST", "body", "hello")
                        .theirs("method", "POST", "body", "hello"),
                Trial.of("virtual host by its name", host.replace("127.0.0.1", "localhost")),
                Trial.of("IPv6 address", stage.on("::1", Stage.saying(OK))),
                Trial.of("basic credentials", basic)
                        .ours("auth", Map.of("basic", Map.of("username", "u", "password", "p")))
                        .theirs("basic_auth", Map.of("username", "u", "password", "p")),
                Trial.of("basic credentials, wrong", basic)
                        .ours("auth", Map.of("basic", Map.of("username", "u", "password", "x")))
                        .theirs("basic_auth", Map.of("username", "u", "password", "x"))
                        .down(Cause.UNEXPECTED_STATUS),
                Trial.of("bearer token", bearer)
                        .ours("auth", Map.of("bearer", Map.of("token", "t0ken")))
                        .theirs("authorization", Map.of("credentials", "t0ken")));
    }

    private static Stream<Trial> content(Stage stage) {
        String labelled = stage.answering(answer("200 OK", "x", "X-Env: production-eu"));
        return Stream.of(
                expecting("body holds the pattern", stage.answering(OK), "systems? go"),
                expecting("body lacks the pattern", stage.answering(OK), "systems? stop")
                        .down(Cause.BODY_MISMATCH),
                Trial.of("header holds the text", labelled)
                        .ours("expectHeaders", Map.of("X-Env", "production"))
                        .theirs("fail_if_header_not_matches", List.of(header("production"))),
                Trial.of("header holds another text", labelled)
                        .ours("expectHeaders", Map.of("X-Env", "staging"))
                        .theirs("fail_if_header_not_matches", List.of(header("staging")))
                        .down(Cause.HEADER_MISMATCH),
                Trial.of("header is missing", stage.answering(OK))
                        .ours("expectHeaders", Map.of("X-Env", "production"))
                        .theirs("fail_if_header_not_matches", List.of(header("production")))
                        .down(Cause.HEADER_MISMATCH));
    }

    private static Stream<Trial> times(Stage stage) {
        String late = stage.that((in, out) -> {
            request(in);
            pause(300);
            write(out, OK);
        });
        String dripping = stage.that((in, out) -> {
            request(in);
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n");
            for (int i = 0; i < 8; i++) {
                pause(50);
                write(out, "a");
            }
        });
        String chunks = stage.that((in, out) -> {
            request(in);
            pause(100);
            write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 4; i++) {
                pause(50);
                write(out, "2\r\nab\r\n");
            }
            write(out, "0\r\n\r\n");
        });
        String reader = stage.that((in, out) -> {
            Peer.head(in);
            pause(200);
            in.skipNBytes(50_000);
            write(out, OK);
        });
        String upload = "a".repeat(50_000);
        return Stream.of(
                Trial.of("first byte after 300 ms", late),
                Trial.of("body over 400 ms", dripping),
                Trial.of("first byte after 100 ms, chunks over 200 ms", chunks),
                Trial.of("request body read after 200 ms", reader)
                        .ours("method", "POST", "body", upload)
                        .theirs("method", "POST", "body", upload));
    }

    private static Stream<Trial> sizes(Stage stage) {
        String many = "HTTP/1.1 200 OK\r\n" + "X-Line: 1\r\n".repeat(150) + "Content-Length: 0\r\n\r\n";
        return Stream.of(
                Trial.of("body of 1 MB", stage.answering(answer("200 OK", "a".repeat(1_000_000)))),
                Trial.of("150 headers", stage.answering(many)),
                Trial.of("header of 10 kB", stage.answering(answer("200 OK", "x", "X-Long: " + "a".repeat(10_000)))),
                Trial.of("header of 20 kB", stage.answering(answer("200 OK", "x", "X-Long: " + "a".repeat(20_000))))
                        .onlyTheyAreContent(
                                Outcome.DOWN,
                                Cause.HEADERS_TOO_LARGE,
                                "A line of more than 16 KiB is more than many clients and proxies take; reading on would"
                                        + " let a server fill the memory. All headers together may have 256 KiB."),
                Trial.of("body of 5 MB", stage.answering(answer("200 OK", "a".repeat(5_000_000))))
                        .onlyTheyAreContent(
                                Outcome.UNKNOWN,
                                Cause.BODY_TOO_LARGE,
                                "Bodies are read up to 4 MiB. What is not read is not judged, and not held against the"
                                        + " vendor."));
    }

    private static Stream<Trial> walls(Stage stage) {
        String wall = answer("403 Forbidden", "<title>Just a moment...</title>", "Server: cloudflare");
        return Stream.of(
                Trial.of("status 403", stage.answering(FORBIDDEN)).down(Cause.UNEXPECTED_STATUS),
                Trial.of("status 403 of a wall against robots", stage.answering(wall))
                        .onlyTheyBlame(
                                Cause.BOT_WALL,
                                "Who meets a wall against robots knows nothing of what its users see behind it."),
                Trial.of("status 429", stage.answering(answer("429 Too Many Requests", "")))
                        .onlyTheyBlame(Cause.BOT_WALL, "That we ask too often says nothing about the service."));
    }

    static Trial expecting(String name, String url, String pattern) {
        return Trial.of(name, url)
                .ours("bodyMatches", pattern)
                .theirs("fail_if_body_not_matches_regexp", List.of(pattern));
    }

    private static Map<String, Object> header(String pattern) {
        return Map.of("header", "X-Env", "regexp", pattern, "allow_missing", false);
    }
}
