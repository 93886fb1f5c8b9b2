package io.bellwether.platform.hello;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.platform.hello.ServerFlight.End;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlightReaderTest {

    private static final List<byte[]> CHAIN = List.of(new byte[20_000], new byte[700]);
    private static final byte[] WHOLE = Flights.old(0x0303, 0xc02f, CHAIN, new byte[500], Flights.curve(0x0017));

    @Test
    void readsAWholeAnswer() {
        ServerFlight flight = read(WHOLE);

        assertThat(flight.end()).isEqualTo(End.COMPLETE);
        assertThat(flight.version()).isEqualTo(0x0303);
        assertThat(flight.suite()).isEqualTo(0xc02f);
        assertThat(flight.group()).isEqualTo(0x0017);
        assertThat(flight.certificates()).extracting(der -> der.length).containsExactly(20_000, 700);
        assertThat(flight.stapled()).isTrue();
        assertThat(flight.protocol()).isEqualTo("h2");
        assertThat(flight.extendedMasterSecret()).isTrue();
        assertThat(flight.secureRenegotiation()).isTrue();
        assertThat(flight.alert()).isNull();
    }

    @Test
    void readsWhatAServerOfTls13AsksFor() {
        ServerFlight flight = read(Flights.retry(0x1302, 0x001d));

        assertThat(flight.end()).isEqualTo(End.COMPLETE);
        assertThat(flight.version()).isEqualTo(0x0304);
        assertThat(flight.suite()).isEqualTo(0x1302);
        assertThat(flight.group()).isEqualTo(0x001d);
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 2048, 4096})
    void measuresPrimes(int bits) {
        assertThat(read(Flights.old(0x0301, 0x0039, CHAIN, new byte[0], Flights.prime(bits)))
                        .keyBits())
                .isEqualTo(bits);
    }

    @Test
    void leadingZeroesAreNoStrength() {
        byte[] key = Flights.joined(
                Flights.sized(2, Flights.hex("0000" + "7f".repeat(64))),
                Flights.sized(2, new byte[] {2}),
                Flights.sized(2, new byte[] {2}));

        assertThat(read(Flights.old(0x0303, 0x0039, CHAIN, new byte[0], key)).keyBits())
                .isEqualTo(511);
    }

    @ParameterizedTest(name = "alert {0}: {1}")
    @CsvSource({
        "40, it answered handshake_failure",
        "70, it answered protocol_version",
        "112, it answered unrecognized_name",
        "250, it answered alert 250"
    })
    void tellsAlerts(int alert, String words) {
        ServerFlight flight = read(Flights.alert(alert));

        assertThat(flight.end()).isEqualTo(End.ALERT);
        assertThat(flight.alert()).isEqualTo(alert);
        assertThat(flight.words()).isEqualTo(words);
        assertThat(flight.version()).isNull();
    }

    @Test
    void aMereWarningIsFollowedByTheRest() {
        byte[] warned = Flights.joined(new byte[] {21, 3, 3, 0, 2, 1, 112}, WHOLE);

        assertThat(read(warned).end()).isEqualTo(End.COMPLETE);
    }

    /** Wherever it is cut, what came before is told and nothing is thrown. */
    @Test
    void bearsEveryCut() {
        int choice = 5
                + Flights.hello(
                                0x0303,
                                0xc02f,
                                Flights.joined(
                                        Flights.extension(0xff01, new byte[1]),
                                        Flights.extension(23, new byte[0]),
                                        Flights.extension(16, Flights.hex("0003026832"))))
                        .length;
        byte[] small = Flights.old(0x0303, 0xc02f, List.of(new byte[30]), new byte[9], Flights.curve(0x0017));
        for (int length = 0; length < small.length; length++) {
            ServerFlight flight = read(Arrays.copyOf(small, length));

            assertThat(flight.end()).isEqualTo(End.BROKEN_OFF);
            assertThat(flight.version()).isNull();
        }
        // The same in two records, the choice in the first.
        byte[] split = Flights.joined(
                Flights.records(0x0303, Arrays.copyOfRange(small, 5, choice)),
                Flights.records(0x0303, Arrays.copyOfRange(small, choice, small.length)));
        for (int length = choice; length < split.length; length++) {
            assertThat(read(Arrays.copyOf(split, length)).version()).isEqualTo(0x0303);
        }
    }

    @RepeatedTest(20)
    void bearsAnything(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = random.nextBoolean() ? noise(random) : bent(random);

            ServerFlight flight = read(bytes);

            assertThat(flight.end()).isNotNull();
            assertThat(flight.certificates()).hasSizeLessThanOrEqualTo(20);
            assertThat(flight.words() == null).isEqualTo(flight.end() == End.COMPLETE);
        }
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        byte[] header = {22, 3, 3, (byte) (bytes.length >> 8), (byte) bytes.length};
        return Flights.joined(header, bytes);
    }

    private static byte[] bent(Random random) {
        byte[] bytes = Flights.old(0x0303, 0xc02f, List.of(new byte[30]), new byte[9], Flights.curve(0x0017));
        for (int i = 0; i <= random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        Endless endless = new Endless(Flights.records(
                0x0303,
                Flights.joined(Flights.hello(0x0303, 0xc02f, new byte[0]), Flights.message(13, new byte[16_000]))));

        ServerFlight flight = FlightReader.read(endless);

        assertThat(flight.end()).isEqualTo(End.MALFORMED);
        assertThat(endless.given).isLessThanOrEqualTo(FlightReader.MOST_BYTES);
    }

    @ParameterizedTest
    @CsvSource({"22, 0, TOO_LONG", "21, 0, MALFORMED", "22, 4, MALFORMED", "23, 4, MALFORMED", "72, 80, MALFORMED"})
    void recordsWithoutEndAreCutOff(int type, int length, End end) {
        Endless endless =
                new Endless(Flights.joined(new byte[] {(byte) type, 3, 3, 0, (byte) length}, new byte[length]));

        assertThat(FlightReader.read(endless).end()).isEqualTo(end);
        assertThat(endless.given).isLessThanOrEqualTo(FlightReader.MOST_BYTES);
    }

    @Test
    void oneByteAtATimeCostsNoMoreThanAllAtOnce() {
        InputStream dripping = new InputStream() {
            private final InputStream whole = new ByteArrayInputStream(WHOLE);

            @Override
            public int read() throws IOException {
                return whole.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return whole.read(buffer, offset, Math.min(1, length));
            }
        };

        long begun = System.nanoTime();
        assertThat(FlightReader.read(dripping).end()).isEqualTo(End.COMPLETE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void aConnectionThatBreaksIsTold() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("reset");
            }
        };

        assertThat(FlightReader.read(broken).end()).isEqualTo(End.BROKEN_OFF);
    }

    private static ServerFlight read(byte[] bytes) {
        return FlightReader.read(new ByteArrayInputStream(bytes));
    }

    private static final class Endless extends InputStream {

        private final byte[] again;
        private int given;

        Endless(byte[] again) {
            this.again = again;
        }

        @Override
        public int read() {
            return again[given++ % again.length] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            for (int i = 0; i < length; i++) {
                buffer[offset + i] = (byte) read();
            }
            return length;
        }
    }
}
