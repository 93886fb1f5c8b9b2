package io.bellwether.probe.icmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Loopback;
import io.bellwether.platform.egress.Place;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.icmp.IcmpProbe.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcmpProbeTest {

    private static final Settings SETTINGS = new Settings("host.example", null, null, null);
    private static final Place PLACE =
            new Place(InetAddress.ofLiteral("192.0.2.7"), new Phases(1.5, null, null, null, null));

    @TempDir
    private Path files;

    @ParameterizedTest(name = "{1} of {0} replies in {2} ms with at most {3} % lost and {4}: {5} {6}")
    @CsvSource({
        "3, 3, 20, , , UP, OK",
        "3, 2, 20, , , UP, OK",
        "4, 2, 20, , , UP, OK",
        "3, 1, 20, , , DEGRADED, PACKETS_LOST",
        "3, 1, 20, 70, , UP, OK",
        "3, 2, 20, 0, , DEGRADED, PACKETS_LOST",
        "3, 3, 20, 0, , UP, OK",
        "3, 0, 0, , , DOWN, PACKETS_LOST",
        "3, 0, 0, 100, , DOWN, PACKETS_LOST",
        "3, 3, 20, , PT0.02S, UP, OK",
        "3, 3, 20.5, , PT0.02S, DEGRADED, SLOW"
    })
    void judgesLossAndTime(
            int sent,
            int received,
            double millis,
            @Nullable Integer maxLoss,
            @Nullable Duration degradedAfter,
            Outcome outcome,
            Cause cause) {
        List<Double> replies = Collections.nCopies(received, millis);

        Verdict verdict = IcmpProbe.judge(
                new Settings("host.example", null, degradedAfter, maxLoss), PLACE, new Echoes(sent, replies, "", ""));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.reason()).endsWith(".");
        assertThat(verdict.detail()).containsEntry("sent", sent).containsEntry("received", received);
    }

    @Test
    void theAverageIsTheDuration() {
        Verdict verdict = IcmpProbe.judge(SETTINGS, PLACE, new Echoes(3, List.of(10.0, 11.0, 13.0), "", ""));

        assertThat(verdict.reason()).isEqualTo("host.example replies to echo requests.");
        assertThat(verdict.millis()).isEqualTo(11.333);
        assertThat(verdict.phases()).isEqualTo(new Phases(1.5, null, null, 11.333, null));
        assertThat(verdict.detail())
                .containsEntry("address", "192.0.2.7")
                .containsEntry("lossPercent", 0.0)
                .containsEntry("rttMin", 10.0)
                .containsEntry("rttAvg", 11.333)
                .containsEntry("rttMax", 13.0);
    }

    @ParameterizedTest(name = "''{0}'' and ''{1}'': {2} {3}")
    @CsvSource({
        "'', '', DOWN, PACKETS_LOST",
        "'', From 203.0.113.1 Destination Host Unreachable, DOWN, PACKETS_LOST",
        "connect: Network is unreachable, '', UNKNOWN, NETWORK_UNREACHABLE",
        "socket: Operation not permitted, '', UNKNOWN, NOT_CONFIGURED",
        "invalid option -- 'i', '', UNKNOWN, INTERNAL"
    })
    void tellsSilenceFromTroubleOfOurOwn(String trouble, String notice, Outcome outcome, Cause cause) {
        Verdict verdict = IcmpProbe.judge(SETTINGS, PLACE, new Echoes(3, List.of(), trouble, notice));

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.reason()).contains(trouble, notice).endsWith(".");
        assertThat(verdict.millis()).isNull();
    }

    @Test
    void whereThereIsNoPingWeDoNotKnow() throws Exception {
        Verdict verdict = run(files.resolve("ping"), Duration.ofSeconds(5));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
        assertThat(verdict.reason())
                .contains(files.resolve("ping").toString(), "iputils-ping", "NET_RAW", "net.ipv4.ping_group_range")
                .endsWith(".");
    }

    @Test
    void whatCannotBeStartedIsNoPing() throws Exception {
        Verdict verdict = run(program("#!/no/such/shell\n"), Duration.ofSeconds(5));

        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
        assertThat(verdict.reason()).contains("cannot be started");
    }

    @Test
    void pingGetsTheCheckedAddressAndNothingOfOurs() throws Exception {
        Path heard = files.resolve("heard");
        Path program = program("""
                #!/bin/sh
                (printf '%%s\\n' "$*"; env) > %s
                echo '64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.5 ms'
                echo '3 packets transmitted, 1 received'
                """.formatted(heard));

        Verdict verdict = run(program, Duration.ofSeconds(5));

        assertThat(verdict.detail()).containsEntry("address", "127.0.0.1").containsEntry("sent", 3);
        assertThat(Files.readString(heard))
                .startsWith("-n -c 3 -i 0.2 -W 4 127.0.0.1\n")
                .contains("LC_ALL=C")
                .doesNotContain("host.example", "HOME=", "JAVA");
    }

    @Test
    void pingIsStoppedInTime() throws Exception {
        Path program = program("""
                #!/bin/sh
                echo '64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.5 ms'
                exec sleep 30
                """);
        long begun = System.nanoTime();

        Verdict verdict = run(program, Duration.ofMillis(700));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1_700));
        assertThat(verdict.detail()).containsEntry("received", 1).containsEntry("sent", 3);
        assertThat(verdict.outcome()).isEqualTo(Outcome.DEGRADED);
    }

    @Test
    void privateAddressesAreNotPinged() throws Exception {
        Path heard = files.resolve("heard");
        IcmpProbe probe =
                new IcmpProbe(Loopback.closed(), new Ping(List.of(program("#!/bin/sh\ntouch " + heard + "\n"))));

        WireFailure failure = catchThrowableOfType(
                WireFailure.class, () -> probe.run(SETTINGS, new ProbeContext(Instant.EPOCH, Loopback.in5())));

        assertThat(failure.failureCause()).isEqualTo(Cause.EGRESS_REFUSED);
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(heard).doesNotExist();
    }

    @Test
    @Tag("debian")
    void thisMachineRepliesToItself() throws Exception {
        assumeThat(Ping.OF_THE_SYSTEM.program()).isPresent();
        IcmpProbe probe = new IcmpProbe(Loopback.wire());

        Verdict verdict = probe.run(SETTINGS, new ProbeContext(Instant.EPOCH, Loopback.in5()));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(verdict.detail()).containsEntry("received", 3);
        assertThat(verdict.millis()).isLessThan(100);
    }

    private Verdict run(Path program, Duration time) throws WireFailure {
        IcmpProbe probe = new IcmpProbe(Loopback.wire(), new Ping(List.of(program)));
        return probe.run(SETTINGS, new ProbeContext(Instant.EPOCH, Deadline.in(time)));
    }

    private Path program(String script) throws IOException {
        Path program = Files.writeString(files.resolve("ping"), script);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
