package io.bellwether.probe.icmp;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Place;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.PlainHost;
import io.bellwether.probe.PositiveTime;
import io.bellwether.probe.Probe;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends echo requests and counts and times the replies. */
@Singleton
final class IcmpProbe implements Probe<IcmpProbe.Settings> {

    /**
     * @param count how many echo requests to send; 3 when absent
     * @param degradedAfter replies that took longer on average are DEGRADED
     * @param maxLoss the share of requests, in percent, that may stay without a reply; more is DEGRADED, all are DOWN; 50
     *     when absent
     */
    record Settings(
            @NotNull @Obeys(PlainHost.class) String host,
            @Min(1) @Max(20) @Nullable Integer count,
            @Obeys(PositiveTime.class) @Nullable Duration degradedAfter,
            @Min(0) @Max(100) @Nullable Integer maxLoss) {

        int countOrDefault() {
            return Objects.requireNonNullElse(count, 3);
        }

        int maxLossOrDefault() {
            return Objects.requireNonNullElse(maxLoss, 50);
        }
    }

    private final Wire wire;
    private final Ping ping;

    @Inject
    IcmpProbe(Wire wire) {
        this(wire, Ping.OF_THE_SYSTEM);
    }

    IcmpProbe(Wire wire, Ping ping) {
        this.wire = wire;
        this.ping = ping;
    }

    @Override
    public String kind() {
        return "icmp";
    }

    @Override
    public String description() {
        return "Pings a host and checks how many replies come back and how soon.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) throws WireFailure {
        Place place = wire.locate(settings.host(), context.deadline());
        Optional<Path> program = ping.program();
        if (program.isEmpty()) {
            return unavailable("There is no ping program at " + places() + ".");
        }
        try {
            return judge(
                    settings,
                    place,
                    ping.echo(program.get(), place.address(), settings.countOrDefault(), context.deadline()));
        } catch (IOException e) {
            return unavailable("The ping program cannot be started: " + e.getMessage() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verdict.of(Outcome.UNKNOWN, Cause.INTERNAL, "Interrupted on our side.");
        }
    }

    static Verdict judge(Settings settings, Place place, Echoes echoes) {
        if (echoes.received() == 0 && echoes.forbidden()) {
            return unavailable("The ping program may not send from here ('" + echoes.trouble() + "').");
        }
        return EchoVerdict.of(settings, place, echoes);
    }

    private String places() {
        return String.join(" or ", ping.places().stream().map(Path::toString).toList());
    }

    private static Verdict unavailable(String why) {
        return Verdict.of(
                Outcome.UNKNOWN,
                Cause.NOT_CONFIGURED,
                why + " Pinging needs the package iputils-ping, and in a container the capability NET_RAW or the"
                        + " container's group within net.ipv4.ping_group_range.");
    }
}
