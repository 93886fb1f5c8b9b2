package io.bellwether.platform.egress;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Servers that answer several requests on a connection. */
public final class KeepingPeer {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private KeepingPeer() {}

    /** Gives each request the next answer, then the last over and over; hangs up after one that is no whole answer. */
    public static Peer.Manners saying(String... answers) {
        return (in, out) -> {
            for (int i = 0; !Peer.head(in).isEmpty(); i++) {
                String answer = answers[Math.min(i, answers.length - 1)];
                out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                if (!answer.contains("\r\n\r\n")) {
                    return;
                }
            }
        };
    }

    /** Answers once and never again. */
    public static Peer.Manners sayingAndThenNothing(String answer) {
        return (in, out) -> {
            Peer.saying(answer).serve(in, out);
            NEVER.await();
        };
    }
}
