package io.bellwether.bench;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** The resolver of the fleet and the name server of its zones in one; none of them is signed. */
final class FleetDns implements AutoCloseable {

    private static final int DNS_PORT = 53;
    private static final int LONGEST_QUESTION = 1_232;
    private static final int SECONDS_TO_LIVE = 300;
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final Map<Name, List<Record>> records = new HashMap<>();
    private final DatagramSocket datagrams;
    private final ServerSocket streams;

    private FleetDns(DatagramSocket datagrams, List<String> domains) throws IOException {
        this.datagrams = datagrams;
        this.streams = new ServerSocket(datagrams.getLocalPort(), 0, HERE);
        for (String apex : List.of(".", "example.", Fleet.DOMAIN + ".")) {
            zone(apex);
        }
        add("ns1." + Fleet.DOMAIN + ".", Type.A, "127.0.0.1");
        add("ns2." + Fleet.DOMAIN + ".", Type.A, "127.0.0.1");
        for (String domain : domains) {
            vendor(domain + ".");
        }
    }

    /** Where name servers are looked for if that is possible, else on another port, and the name servers are silent. */
    static FleetDns start(List<String> domains) throws IOException {
        FleetDns dns = new FleetDns(socket(), domains);
        Thread.ofPlatform().daemon().name("dns-udp").start(dns::serveDatagrams);
        Thread.ofPlatform().daemon().name("dns-tcp").start(dns::serveStreams);
        return dns;
    }

    private static DatagramSocket socket() throws IOException {
        try {
            return new DatagramSocket(DNS_PORT, HERE);
        } catch (BindException e) {
            return new DatagramSocket(0, HERE);
        }
    }

    /** Where it listens, as {@code address:port}. */
    String server() {
        return "127.0.0.1:" + datagrams.getLocalPort();
    }

    /** Whether it is found where name servers are looked for. */
    boolean servesZones() {
        return datagrams.getLocalPort() == DNS_PORT;
    }

    @Override
    public void close() throws IOException {
        datagrams.close();
        streams.close();
    }

    private void zone(String apex) throws IOException {
        add(apex, Type.NS, "ns1." + Fleet.DOMAIN + ".");
        add(apex, Type.NS, "ns2." + Fleet.DOMAIN + ".");
        add(apex, Type.SOA, "ns1.%1$s. hostmaster.%1$s. 2026112301 7200 3600 1209600 300".formatted(Fleet.DOMAIN));
    }

    private void vendor(String apex) throws IOException {
        zone(apex);
        add(apex, Type.A, "127.0.0.1");
        add(apex, Type.MX, "10 mx." + apex);
        add(apex, Type.TXT, "\"v=spf1 mx -all\"");
        add(apex, Type.CAA, "0 issue \"authority.example\"");
        add("mx." + apex, Type.A, "127.0.0.1");
        add("_dmarc." + apex, Type.TXT, "\"v=DMARC1; p=reject; rua=mailto:reports@" + Fleet.DOMAIN + "\"");
    }

    private void add(String owner, int type, String data) throws IOException {
        Name name = Name.fromString(owner);
        records.computeIfAbsent(name, _ -> new ArrayList<>())
                .add(Record.fromString(name, type, DClass.IN, SECONDS_TO_LIVE, data, Name.root));
    }

    private void serveDatagrams() {
        byte[] buffer = new byte[LONGEST_QUESTION];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                datagrams.receive(packet);
                packet.setData(answer(Arrays.copyOf(buffer, packet.getLength())));
                datagrams.send(packet);
            }
        } catch (SocketException e) {
            // Closed: the scenario is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serveStreams() {
        try {
            while (true) {
                Socket socket = streams.accept();
                Thread.startVirtualThread(() -> serve(socket));
            }
        } catch (SocketException e) {
            // Closed: the scenario is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] answer = answer(in.readNBytes(in.readUnsignedShort()));
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeShort(answer.length);
            out.write(answer);
        } catch (IOException e) {
            // Who asked has gone.
        }
    }

    private byte[] answer(byte[] query) throws IOException {
        Message question = new Message(query);
        Message answer = new Message(question.getHeader().getID());
        for (int flag : List.of(Flags.QR, Flags.AA, Flags.RA)) {
            answer.getHeader().setFlag(flag);
        }
        Record asked = question.getQuestion();
        answer.addRecord(asked, Section.QUESTION);
        List<Record> known = records.getOrDefault(asked.getName(), List.of());
        known.stream()
                .filter(record -> record.getType() == asked.getType())
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
        if (answer.getSection(Section.ANSWER).isEmpty()) {
            answer.addRecord(startOfAuthority(asked.getName()), Section.AUTHORITY);
            answer.getHeader().setRcode(known.isEmpty() ? Rcode.NXDOMAIN : Rcode.NOERROR);
        }
        return answer.toWire();
    }

    private Record startOfAuthority(Name name) {
        return records.getOrDefault(name, List.of()).stream()
                .filter(record -> record.getType() == Type.SOA)
                .findFirst()
                .orElseGet(() -> startOfAuthority(new Name(name, 1)));
    }
}
