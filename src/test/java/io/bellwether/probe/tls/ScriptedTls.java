package io.bellwether.probe.tls;

import io.bellwether.platform.egress.Peer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A server that answers hellos by a script, up to what no server of today can say any more. */
final class ScriptedTls {

    /**
     * What a client offers.
     *
     * @param version in the old place; TLS 1.3 is told by its suites
     */
    record Offer(int version, List<Integer> suites) {

        boolean newest() {
            return suites.contains(0x1301);
        }
    }

    private ScriptedTls() {}

    /** Answers each hello with these bytes and hangs up. */
    static Peer.Manners answering(Function<Offer, byte[]> script) {
        return (in, out) -> {
            out.write(script.apply(offer(in)));
            out.flush();
        };
    }

    static Offer offer(InputStream raw) throws IOException {
        DataInputStream in = new DataInputStream(raw);
        in.skipNBytes(3);
        ByteBuffer hello = ByteBuffer.wrap(in.readNBytes(in.readUnsignedShort()));
        hello.position(4);
        int version = hello.getShort();
        hello.position(4 + 2 + 32);
        hello.position(hello.position() + 1 + (hello.get(hello.position()) & 0xff));
        List<Integer> suites = new ArrayList<>();
        for (int left = hello.getShort(); left > 0; left -= 2) {
            suites.add(hello.getShort() & 0xffff);
        }
        return new Offer(version, suites);
    }
}
