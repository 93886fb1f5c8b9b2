package io.bellwether.probe.icmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The outputs are those of iputils 20221126 and BusyBox 1.36. */
class EchoesTest {

    @Test
    void areReadFromIputils() {
        Echoes echoes = Echoes.of("""
                PING 198.51.100.7 (198.51.100.7) 56(84) bytes of data.
                64 bytes from 198.51.100.7: icmp_seq=1 ttl=57 time=12.3 ms
                64 bytes from 198.51.100.7: icmp_seq=3 ttl=57 time=14 ms
                64 bytes from 198.51.100.7: icmp_seq=3 ttl=57 time=99 ms (DUP!)

                --- 198.51.100.7 ping statistics ---
                3 packets transmitted, 2 received, +1 duplicates, 33.3333% packet loss, time 404ms
                rtt min/avg/max/mdev = 12.300/13.150/14.000/0.850 ms
                """, 1);

        assertThat(echoes).isEqualTo(new Echoes(3, List.of(12.3, 14.0), "", ""));
        assertThat(echoes.received()).isEqualTo(2);
        assertThat(echoes.lossPercent()).isEqualTo(33.3);
        assertThat(echoes.average()).isEqualTo(13.15);
    }

    @Test
    void areReadFromBusyBox() {
        Echoes echoes = Echoes.of("""
                PING 127.0.0.1 (127.0.0.1): 56 data bytes
                64 bytes from 127.0.0.1: seq=0 ttl=64 time=0.045 ms
                64 bytes from 127.0.0.1: seq=1 ttl=64 time=0.055 ms

                --- 127.0.0.1 ping statistics ---
                2 packets transmitted, 2 packets received, 0% packet loss
                round-trip min/avg/max = 0.045/0.050/0.055 ms
                """, 1);

        assertThat(echoes.sent()).isEqualTo(2);
        assertThat(echoes.millis()).containsExactly(0.045, 0.055);
    }

    @Test
    void areCountedAsFarAsPingCameWhenItWasStopped() {
        Echoes echoes = Echoes.of("64 bytes from 2001:db8::1: icmp_seq=1 ttl=64 time<1 ms\n", 4);

        assertThat(echoes.sent()).isEqualTo(4);
        assertThat(echoes.lossPercent()).isEqualTo(75);
        assertThat(echoes.millis()).containsExactly(1.0);
    }

    @Test
    void comeWithWhatSomebodyOnTheWaySays() {
        Echoes echoes = Echoes.of("""
                PING 198.51.100.7 (198.51.100.7) 56(84) bytes of data.
                From 203.0.113.1 icmp_seq=1 Destination Host Unreachable
                From 203.0.113.1 icmp_seq=2 Destination Host Unreachable

                --- 198.51.100.7 ping statistics ---
                2 packets transmitted, 0 received, +2 errors, 100% packet loss, time 202ms
                """, 2);

        assertThat(echoes.notice()).isEqualTo("From 203.0.113.1 icmp_seq=1 Destination Host Unreachable");
        assertThat(echoes.lossPercent()).isEqualTo(100);
        assertThat(echoes.unroutable()).isFalse();
    }

    @Test
    void areNotPermittedEverywhere() {
        Echoes echoes = Echoes.of("""
                /usr/bin/ping: socktype: SOCK_RAW
                /usr/bin/ping: socket: Operation not permitted
                /usr/bin/ping: => missing cap_net_raw+p capability or setuid?
                """, 1);

        assertThat(echoes.forbidden()).isTrue();
        assertThat(echoes.trouble()).startsWith("socktype: SOCK_RAW; socket: Operation not permitted; ");
        assertThat(Echoes.of("ping: permission denied (are you root?)", 1).forbidden())
                .isTrue();
    }

    @Test
    void doNotLeaveWithoutAWay() {
        assertThat(Echoes.of("ping: connect: Network is unreachable\n", 1).unroutable())
                .isTrue();
    }

    @Test
    void areNoneInGarbage() {
        Echoes echoes = Echoes.of("\0\1 segmentation fault time=99999999999999999999 ms icmp_seq=x", 2);

        assertThat(echoes).isEqualTo(new Echoes(2, List.of(), "", ""));
        assertThat(new Echoes(0, List.of(), "", "").lossPercent()).isEqualTo(100);
    }
}
