package io.bellwether.platform.hello;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.Fuzz;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Any answer of a server can be read, and whatever a hello offers can be written, in little time. */
@Tag("fuzz")
class HelloFuzzTest {

    private static final List<TlsVersion> VERSIONS = List.of(TlsVersion.values());

    private static final List<byte[]> CHAIN = List.of(new byte[900], new byte[30]);

    private static final List<byte[]> FLIGHTS = List.of(
            Flights.old(0x0303, 0xc02f, CHAIN, new byte[50], Flights.curve(0x0017)),
            Flights.old(0x0301, 0x0039, CHAIN, new byte[0], Flights.prime(512)),
            Flights.old(0x0300, 0x0004, CHAIN, new byte[0], new byte[0]),
            Flights.joined(new byte[] {21, 3, 3, 0, 2, 1, 112}, Flights.retry(0x1302, 0x001d)),
            Flights.alert(40),
            Flights.records(
                    0x0303,
                    Flights.hello(0x0303, 0xc030, Flights.extension(18, Flights.hex("000c0004010203040004aabbccdd")))),
            Flights.records(
                    0x0302,
                    Flights.joined(
                            Flights.hello(0x0302, 0xc014, Flights.extension(0, new byte[0])),
                            Flights.message(13, new byte[16]),
                            Flights.message(14, new byte[0]))));

    @Test
    void answersOfServers() {
        Fuzz.bytes(4_001, FLIGHTS, bytes -> {
            ServerFlight flight = FlightReader.read(new ByteArrayInputStream(bytes));
            assertThat(flight.certificates()).hasSizeLessThanOrEqualTo(20);
            assertThat(flight.words() == null).isEqualTo(flight.end() == ServerFlight.End.COMPLETE);
        });
    }

    /** Straight into the messages, which whole records seldom let through. */
    @Test
    void messagesOfServers() {
        List<byte[]> bodies = List.of(
                Flights.hello(
                        0x0303,
                        0xc02f,
                        Flights.joined(
                                Flights.extension(0xff01, new byte[1]),
                                Flights.extension(16, Flights.hex("0003026832")),
                                Flights.extension(18, Flights.hex("000c0004010203040004aabbccdd")),
                                Flights.extension(43, Flights.two(0x0304)),
                                Flights.extension(51, Flights.two(0x001d)))),
                Flights.message(11, Flights.sized(3, Flights.sized(3, new byte[40]))),
                Flights.message(12, Flights.prime(1024)),
                Flights.message(12, Flights.curve(0x0017)),
                Flights.message(22, Flights.joined(new byte[] {1}, Flights.sized(3, new byte[20]))));
        byte[] hello = Flights.hello(0x0303, 0x0039, new byte[0]);
        byte[] curves = Flights.hello(0x0303, 0xc02f, new byte[0]);
        Fuzz.bytes(4_002, bodies, bytes -> {
            for (byte[] first : List.of(new byte[0], hello, curves)) {
                byte[] records = Flights.records(0x0303, Flights.joined(first, bytes));
                assertThat(FlightReader.read(new ByteArrayInputStream(records)).end())
                        .isNotNull();
            }
        });
    }

    /** The name is the longest that DNS has, or shorter; the bytes besides choose the suites. */
    @Test
    void hellos() {
        List<byte[]> examples = List.of(
                "shop.example".getBytes(StandardCharsets.US_ASCII),
                ("a".repeat(63) + ".").repeat(4).substring(0, 253).getBytes(StandardCharsets.US_ASCII),
                "xn--bcher-kva.example.".getBytes(StandardCharsets.US_ASCII));
        Fuzz.bytes(4_003, examples, bytes -> {
            String host = new String(bytes, 0, Math.min(bytes.length, 253), StandardCharsets.US_ASCII);
            List<Integer> suites = new ArrayList<>();
            for (int i = 0; i < Math.min(bytes.length, 400); i++) {
                suites.add(bytes[i] & 0xff);
            }
            TlsVersion version = VERSIONS.get(bytes.length % VERSIONS.size());
            byte[] record = new ClientHello(version, suites, host.isEmpty() ? null : host).bytes();
            assertThat(((record[3] & 0xff) << 8) | (record[4] & 0xff)).isEqualTo(record.length - 5);
        });
    }
}
