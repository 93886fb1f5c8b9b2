package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

/** One question on the wire (RFC 1035, 7766): a socket of its own, and only the answer to this question is one. */
final class DnsExchange {

    /** A lost datagram must not cost the whole attempt. */
    private static final int TRIES = 3;

    private static final int LARGEST_DATAGRAM = 4096;

    private DnsExchange() {}

    /** @param servers asked in turn until one answers, at least one */
    static DnsReply of(Message query, List<InetSocketAddress> servers, Deadline deadline) throws Fault {
        long begun = System.nanoTime();
        Fault told = Fault.ours(Cause.DEADLINE, "There was no time left to ask.");
        for (int i = 0; i < TRIES && !deadline.passed(); i++) {
            InetSocketAddress server = servers.get(i % servers.size());
            Deadline share = Deadline.in(deadline.remaining().dividedBy(TRIES - i));
            try {
                Message answer = overUdp(query, server, share);
                boolean truncated = answer.getHeader().getFlag(Flags.TC);
                Message whole = truncated ? overTcp(query, server, deadline) : answer;
                return new DnsReply(whole, server, truncated, Math.round((System.nanoTime() - begun) / 1e3) / 1e3);
            } catch (IOException e) {
                Fault fault = DnsFaults.of(e, server, share);
                told = i == 0 || fault.isTheirs() ? fault : told;
            }
        }
        throw told;
    }

    private static Message overUdp(Message query, InetSocketAddress server, Deadline deadline) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(server);
            byte[] question = query.toWire();
            socket.send(new DatagramPacket(question, question.length));
            while (true) {
                socket.setSoTimeout(millis(deadline));
                DatagramPacket packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
                socket.receive(packet);
                byte[] answer = Arrays.copyOf(packet.getData(), packet.getLength());
                if (bearsTheNumberOf(query, answer)) {
                    return read(answer, query, server);
                }
            }
        }
    }

    private static Message overTcp(Message query, InetSocketAddress server, Deadline deadline) throws IOException {
        Socket socket = new Socket(Proxy.NO_PROXY);
        Future<?> watch = Watchdog.closeAt(deadline, socket);
        try (socket) {
            socket.connect(server, millis(deadline));
            byte[] question = query.toWire();
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(Short.BYTES + question.length)
                            .putShort((short) question.length)
                            .put(question)
                            .array());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int length = in.readUnsignedShort();
            byte[] answer = in.readNBytes(length);
            if (answer.length < length) {
                throw new EOFException();
            }
            return whole(read(answer, query, server), server);
        } finally {
            watch.cancel(false);
        }
    }

    /** Over TCP there is room for everything. */
    private static Message whole(Message answer, InetSocketAddress server) throws Fault {
        if (answer.getHeader().getFlag(Flags.TC)) {
            throw Fault.theirs(Cause.PROTOCOL_ERROR, DnsFaults.peer(server) + " truncated its answer even over TCP.");
        }
        return answer;
    }

    /** What bears another number was sent by somebody who has not seen the question (RFC 5452). */
    private static boolean bearsTheNumberOf(Message query, byte[] answer) {
        return answer.length >= Header.LENGTH
                && Short.toUnsignedInt(ByteBuffer.wrap(answer).getShort())
                        == query.getHeader().getID();
    }

    private static Message read(byte[] bytes, Message query, InetSocketAddress server) throws Fault {
        Message answer = parse(bytes, server);
        Record question = answer.getQuestion();
        boolean about = question == null ? answer.getRcode() != Rcode.NOERROR : question.equals(query.getQuestion());
        if (!about || !answer.getHeader().getFlag(Flags.QR) || !bearsTheNumberOf(query, bytes)) {
            throw Fault.theirs(
                    Cause.PROTOCOL_ERROR, DnsFaults.peer(server) + " answered another question than was asked.");
        }
        return answer;
    }

    /** The parser answers some garbage with unchecked exceptions. */
    private static Message parse(byte[] bytes, InetSocketAddress server) throws Fault {
        try {
            return new Message(bytes);
        } catch (IOException | RuntimeException e) {
            throw Fault.theirs(Cause.PROTOCOL_ERROR, DnsFaults.peer(server) + " answered with what is no DNS message.");
        }
    }

    private static int millis(Deadline deadline) throws SocketTimeoutException {
        if (deadline.passed()) {
            throw new SocketTimeoutException();
        }
        return Math.clamp(deadline.remaining().toMillis(), 1, Integer.MAX_VALUE);
    }
}
