package io.bellwether.probe.http;

import static io.bellwether.probe.http.Stage.OK;
import static io.bellwether.probe.http.Stage.pause;
import static io.bellwether.probe.http.Stage.request;
import static io.bellwether.probe.http.Stage.write;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Peer;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;

/** Servers that do not answer, or not as HTTP has it. */
final class RudeTrials {

    private static final String HEAD = "HTTP/1.1 200 OK\r\n";

    private RudeTrials() {}

    static Stream<Trial> on(Stage stage) throws IOException {
        return Stream.of(silent(stage), hanging(stage), garbled(stage)).flatMap(trials -> trials);
    }

    private static Stream<Trial> silent(Stage stage) throws IOException {
        return Stream.of(
                Trial.of("refused", stage.nobody()).down(Cause.CONNECTION_REFUSED),
                Trial.of("closed without an answer", stage.that((in, out) -> request(in)))
                        .down(Cause.CONNECTION_RESET),
                Trial.of("reset after the request", stage.resetting((in, out) -> request(in)))
                        .down(Cause.CONNECTION_RESET),
                Trial.of("reset in the head", stage.resetting((in, out) -> {
                            request(in);
                            write(out, HEAD);
                            pause(20);
                        }))
                        .down(Cause.CONNECTION_RESET),
                Trial.of("reset in the body", stage.resetting((in, out) -> {
                            request(in);
                            write(out, HEAD + "Content-Length: 100\r\n\r\nhalf");
                            pause(20);
                        }))
                        .down(Cause.CONNECTION_RESET),
                Trial.of("closed in the head", stage.answering(HEAD + "Content-Le"))
                        .down(Cause.CONNECTION_RESET));
    }

    private static Stream<Trial> hanging(Stage stage) {
        Peer.Manners dripping = (in, out) -> {
            request(in);
            write(out, HEAD + "Content-Length: 1000\r\n\r\n");
            for (int i = 0; i < 20; i++) {
                write(out, "a");
                pause(100);
            }
        };
        return Stream.of(
                        Trial.of("never answers", stage.that((in, out) -> pause(2_000))),
                        Trial.of("never ends its head", stage.that((in, out) -> {
                            write(out, HEAD);
                            pause(2_000);
                        })),
                        Trial.of("never ends its body", stage.that(dripping)),
                        Trial.of(
                                "never shakes hands",
                                stage.that((in, out) -> pause(2_000)).replace("http:", "https:")))
                .map(trial -> trial.within(Duration.ofSeconds(1)).down(Cause.DEADLINE));
    }

    private static Stream<Trial> garbled(Stage stage) {
        return Stream.of(
                Trial.of("SSH", stage.answering("SSH-2.0-OpenSSH_9.2\r\n\r\n")).down(Cause.PROTOCOL_ERROR),
                Trial.of("status that is no number", stage.answering("HTTP/1.1 2x0 OK\r\n\r\n"))
                        .down(Cause.PROTOCOL_ERROR),
                Trial.of("header without a colon", stage.answering(HEAD + "Nonsense\r\n\r\n"))
                        .down(Cause.PROTOCOL_ERROR),
                Trial.of("switch to another protocol", stage.answering("HTTP/1.1 101 Go\r\nUpgrade: x\r\n\r\n"))
                        .down(Cause.PROTOCOL_ERROR),
                Trial.of("early hints without end", stage.answering("HTTP/1.1 103 Hints\r\n\r\n".repeat(50)))
                        .down(Cause.PROTOCOL_ERROR),
                Trial.of("lines that end with LF alone", stage.answering(OK.replace("\r", ""))),
                Trial.of("blank before a header's colon", stage.answering(HEAD + "Content-Length : 2\r\n\r\nok"))
                        .onlyTheyAreContent(
                                Outcome.DOWN,
                                Cause.PROTOCOL_ERROR,
                                "RFC 9112, 5.1, forbids it, for such headers have been used to smuggle answers past"
                                        + " proxies."));
    }
}
