package io.bellwether;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** A name server on a loopback address, over UDP and TCP on one port, that says whatever a test wants. */
public final class TestNameServer implements Closeable {

    /** What goes back for a query; nothing for silence, several datagrams where they are given. */
    @FunctionalInterface
    public interface Script {
        List<byte[]> answers(Message query, boolean overTcp) throws IOException;
    }

    private static final int LARGEST = 65_535;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Script script;
    private final List<Message> asked = new CopyOnWriteArrayList<>();

    private TestNameServer(DatagramSocket udp, ServerSocket tcp, Script script) {
        this.udp = udp;
        this.tcp = tcp;
        this.script = script;
        Thread.ofVirtual().start(this::serveUdp);
        Thread.ofVirtual().start(this::serveTcp);
    }

    /**
     * Begins to answer.
     *
     * @param port 0 for any
     */
    public static TestNameServer start(String address, int port, Script script) throws IOException {
        InetAddress here = InetAddress.ofLiteral(address);
        while (true) {
            DatagramSocket udp = new DatagramSocket(new InetSocketAddress(here, port));
            try {
                return new TestNameServer(udp, new ServerSocket(udp.getLocalPort(), 50, here), script);
            } catch (BindException e) {
                udp.close();
                if (port != 0) {
                    throw e;
                }
            }
        }
    }

    public static Script always(int code, Record... answers) {
        return (query, overTcp) -> List.of(reply(query, code, answers).toWire());
    }

    /** An answer with the flags of a server that is authoritative. */
    public static Message reply(Message query, int code, Record... answers) {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.AA);
        reply.getHeader().setRcode(code);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        for (Record answer : answers) {
            reply.addRecord(answer, Section.ANSWER);
        }
        return reply;
    }

    /** Records as in a zone file, with a time to live of 300 s where none is given. */
    public static Record[] records(String... lines) {
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        try (Master file = new Master(new ByteArrayInputStream(text), Name.root, 300)) {
            List<Record> records = new ArrayList<>();
            for (Record next = file.nextRecord(); next != null; next = file.nextRecord()) {
                records.add(next);
            }
            return records.toArray(Record[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return udp.getLocalPort();
    }

    public String address() {
        return udp.getLocalAddress().getHostAddress() + ":" + port();
    }

    /** Every query that came, in order. */
    public List<Message> asked() {
        return asked;
    }

    private void serveUdp() {
        byte[] buffer = new byte[LARGEST];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                for (byte[] answer : answers(Arrays.copyOf(buffer, packet.getLength()), false)) {
                    udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try (Socket socket = tcp.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                for (byte[] answer : answers(in.readNBytes(in.readUnsignedShort()), true)) {
                    out.write(answer);
                }
            } catch (IOException e) {
                if (tcp.isClosed()) {
                    return;
                }
            }
        }
    }

    private List<byte[]> answers(byte[] bytes, boolean overTcp) throws IOException {
        Message query = new Message(bytes);
        asked.add(query);
        List<byte[]> answers = script.answers(query, overTcp);
        return overTcp ? answers.stream().map(TestNameServer::framed).toList() : answers;
    }

    private static byte[] framed(byte[] message) {
        byte[] framed = new byte[message.length + Short.BYTES];
        framed[0] = (byte) (message.length >> Byte.SIZE);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, Short.BYTES, message.length);
        return framed;
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }
}
