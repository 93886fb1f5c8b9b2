package io.bellwether.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A DNS server to which every name is 127.0.0.1, for no longer than the moment, and which can fall silent. */
final class FaultsDns implements AutoCloseable {

    private static final int LONGEST_QUESTION = 1_232;

    private final DatagramSocket socket;
    private volatile boolean silent;

    private FaultsDns(DatagramSocket socket) {
        this.socket = socket;
    }

    static FaultsDns start() throws IOException {
        FaultsDns dns = new FaultsDns(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().name("dns").start(dns::serve);
        return dns;
    }

    /** Where it listens, as {@code address:port}. */
    String server() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** Answers nothing for a while. */
    FaultsWindow silent(Duration time) throws IOException, InterruptedException {
        return FaultsWindow.around(() -> {
            silent = true;
            Thread.sleep(time);
            silent = false;
        });
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST_QUESTION], LONGEST_QUESTION);
        try {
            while (true) {
                packet.setLength(LONGEST_QUESTION);
                socket.receive(packet);
                if (!silent) {
                    packet.setData(answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())))
                            .toWire());
                    socket.send(packet);
                    packet.setData(new byte[LONGEST_QUESTION]);
                }
            }
        } catch (SocketException e) {
            // Closed: the scenario is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message answer(Message question) {
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        Record asked = question.getQuestion();
        answer.addRecord(asked, Section.QUESTION);
        if (asked.getType() == Type.A) {
            answer.addRecord(
                    new ARecord(asked.getName(), DClass.IN, 0, InetAddress.getLoopbackAddress()), Section.ANSWER);
        }
        return answer;
    }
}
