package io.bellwether.probe.grpc;

import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Http2Answer;
import io.bellwether.platform.egress.Purpose;
import io.bellwether.platform.egress.Talked;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.secret.Secret;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.PlainHost;
import io.bellwether.probe.PositiveTime;
import io.bellwether.probe.Probe;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.RequestHeaders;
import io.bellwether.probe.TalkDetail;
import io.bellwether.probe.Verdict;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks a server over the gRPC health checking protocol how it is. */
@Singleton
final class GrpcProbe implements Probe<GrpcProbe.Settings> {

    /**
     * @param tls true when absent
     * @param service the service to ask about; the server as a whole when absent
     * @param authority what the server is asked as, host and port when absent
     * @param metadata sent with the call
     * @param degradedAfter an answer that took longer is DEGRADED
     */
    record Settings(
            @NotNull @Obeys(PlainHost.class) String host,
            @NotNull @Min(1) @Max(65_535) Integer port,
            @Nullable Boolean tls,
            @Size(min = 1, max = 500) @Nullable String service,

            @Size(max = 300) @Pattern(regexp = "[A-Za-z0-9._:\\[\\]-]+") @Nullable String authority,

            @Obeys(Metadata.class) @Secret(keys = RequestHeaders.CREDENTIALS) @Nullable Map<String, String> metadata,

            @Obeys(PositiveTime.class) @Nullable Duration degradedAfter) {

        boolean secure() {
            return !Boolean.FALSE.equals(tls);
        }

        String serviceOrAll() {
            return Objects.requireNonNullElse(service, "");
        }

        String authorityOrPeer() {
            boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
            return Objects.requireNonNullElse(authority, (bare ? "[" + host + "]" : host) + ":" + port);
        }

        Map<String, String> metadataOrNone() {
            return Objects.requireNonNullElse(metadata, Map.of());
        }
    }

    private final Wire wire;

    GrpcProbe(Wire wire) {
        this.wire = wire;
    }

    @Override
    public String kind() {
        return "grpc";
    }

    @Override
    public String description() {
        return "Asks a gRPC server by the standard health check whether it is serving.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) throws WireFailure {
        Deadline deadline = context.deadline();
        Purpose purpose = settings.secure() ? Purpose.HTTP2 : null;
        return judge(
                settings,
                wire.converse(settings.host(), settings.port(), purpose, deadline, new HealthCall(settings, deadline)));
    }

    static Verdict judge(Settings settings, Talked<Http2Answer> talked) {
        Http2Answer answer = talked.result();
        Diagnosis diagnosis = Diagnosis.of(settings, answer, talked.millis());
        Map<String, Object> detail = TalkDetail.of(talked);
        detail.put("status", answer.status());
        GrpcStatus status = GrpcStatus.of(answer);
        if (status != null) {
            detail.put("grpcStatus", status.name());
        }
        if (diagnosis.serving() != null) {
            detail.put("serving", diagnosis.serving().name());
        }
        return new Verdict(
                diagnosis.outcome(), diagnosis.cause(), diagnosis.reason(), talked.phases(), detail, List.of());
    }
}
