package io.bellwether.probe.http;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.ClientIdentity;
import io.bellwether.platform.egress.HttpVersion;
import io.bellwether.platform.egress.IpVersion;
import io.bellwether.platform.egress.Route;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.http.HttpProbe.Settings;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes ready what the requests of a run share. */
@Singleton
final class HttpRuns {

    private final Wire wire;
    private final TokenSource tokens;

    HttpRuns(Wire wire, TokenSource tokens) {
        this.wire = wire;
        this.tokens = tokens;
    }

    /** @throws WireFailure when we have nothing to prove who we are */
    HttpRun begin(Settings settings, ProbeContext context) throws WireFailure {
        Route route = route(settings, context.startedAt());
        String authorization = authorization(settings.auth(), route, context);
        CookieJar cookies = new CookieJar(Boolean.TRUE.equals(settings.cookies()));
        boolean reuse = Boolean.TRUE.equals(settings.reuseConnection()) && !context.confirms();
        Route way = reuse ? route.reusing() : route;
        return new HttpRun(wire, tokens, settings, way, authorization, cookies, context.deadline());
    }

    private static Route route(Settings settings, Instant now) throws WireFailure {
        ProxySettings proxy = settings.proxy();
        return new Route(
                Objects.requireNonNullElse(settings.ipVersion(), IpVersion.ANY),
                Objects.requireNonNullElse(settings.protocol(), HttpVersion.HTTP1),
                proxy == null ? null : proxy.proxy(),
                identity(settings.auth(), now));
    }

    private static @Nullable ClientIdentity identity(@Nullable Auth auth, Instant now) throws WireFailure {
        MutualTls mtls = auth == null ? null : auth.mtls();
        if (mtls == null) {
            return null;
        }
        ClientIdentity identity = mtls.identity();
        Instant end = identity.certificate().getNotAfter().toInstant();
        if (end.isBefore(now)) {
            throw new WireFailure(
                    Outcome.UNKNOWN,
                    Cause.NOT_CONFIGURED,
                    "Our own certificate in auth.mtls ended at " + end + ".",
                    Phases.NONE);
        }
        return identity;
    }

    private @Nullable String authorization(@Nullable Auth auth, Route route, ProbeContext context) throws WireFailure {
        if (auth == null) {
            return null;
        }
        if (auth.basic() != null) {
            return basic(auth.basic());
        }
        if (auth.bearer() != null) {
            return "Bearer " + auth.bearer().token();
        }
        ClientCredentials client = auth.oauth2();
        return client == null ? null : "Bearer " + tokens.token(client, route, context.startedAt(), context.deadline());
    }

    private static String basic(Auth.Basic basic) {
        byte[] pair = (basic.username() + ":" + basic.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
