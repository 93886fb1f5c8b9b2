package io.bellwether.probe.tcp;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Conversation;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Purpose;
import io.bellwether.platform.egress.Talked;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.PlainHost;
import io.bellwether.probe.PositiveTime;
import io.bellwether.probe.Probe;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.TalkDetail;
import io.bellwether.probe.Verdict;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens a connection, encrypts it if asked to, and holds a short talk over it. */
@Singleton
final class TcpProbe implements Probe<TcpProbe.Settings> {

    enum Tls {
        NONE,
        DIRECT,
        STARTTLS
    }

    /**
     * @param tls NONE when absent
     * @param protocol what is spoken before TLS begins, for STARTTLS
     * @param steps what to say and to hear once the connection stands
     * @param degradedAfter a talk that took longer is DEGRADED
     */
    @Obeys(NamedProtocol.class)
    record Settings(
            @NotNull @Obeys(PlainHost.class) String host,
            @NotNull @Min(1) @Max(65_535) Integer port,
            @Nullable Tls tls,
            @Nullable Protocol protocol,
            @Size(min = 1, max = 20) @Nullable List<@NotNull @Valid Step> steps,
            @Obeys(PositiveTime.class) @Nullable Duration degradedAfter) {

        String peer() {
            return host + " port " + port;
        }

        List<Step> stepsOrNone() {
            return Objects.requireNonNullElse(steps, List.of());
        }
    }

    private final Wire wire;

    TcpProbe(Wire wire) {
        this.wire = wire;
    }

    @Override
    public String kind() {
        return "tcp";
    }

    @Override
    public String description() {
        return "Opens a connection, in the clear or encrypted, and checks what is said over it.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) throws WireFailure {
        Deadline deadline = context.deadline();
        Purpose purpose = settings.tls() == Tls.DIRECT ? Purpose.TALK : null;
        return judge(
                settings,
                wire.converse(
                        settings.host(),
                        settings.port(),
                        purpose,
                        deadline,
                        conversation -> talk(settings, conversation, deadline)));
    }

    /** @return the banner, empty when nothing was heard */
    private static String talk(Settings settings, Conversation conversation, Deadline deadline) throws IOException {
        Dialogue dialogue = new Dialogue(conversation, settings.peer(), deadline);
        Protocol protocol = settings.protocol();
        if (protocol != null) {
            protocol.begin(dialogue, settings.host(), settings.peer());
        }
        int number = 0;
        for (Step step : settings.stepsOrNone()) {
            number++;
            String send = step.send();
            if (send != null) {
                dialogue.send(Escapes.bytes(send));
            }
            String expect = step.expect();
            if (expect != null) {
                dialogue.await(expect, "step " + number);
            }
        }
        return dialogue.banner();
    }

    static Verdict judge(Settings settings, Talked<String> talked) {
        String done = settings.peer()
                + (settings.stepsOrNone().isEmpty() ? " accepts connections" : " answers as expected")
                + (talked.tls() == null ? "" : " over TLS");
        Duration limit = settings.degradedAfter();
        if (limit != null && talked.millis() > limit.toNanos() / 1e6) {
            String slow = String.format(
                    Locale.ROOT, ", but in %.0f ms, slower than %d ms.", talked.millis(), limit.toMillis());
            return verdict(talked, Outcome.DEGRADED, Cause.SLOW, done + slow);
        }
        return verdict(talked, Outcome.UP, Cause.OK, done + ".");
    }

    private static Verdict verdict(Talked<String> talked, Outcome outcome, Cause cause, String reason) {
        Map<String, Object> detail = TalkDetail.of(talked);
        if (!talked.result().isEmpty()) {
            detail.put("banner", talked.result());
        }
        return new Verdict(outcome, cause, reason, talked.phases(), detail, List.of());
    }
}
