package io.bellwether.probe.courtesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.probe.ScriptedSource;
import io.bellwether.probe.ScriptedSource.Canned;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourteousWireTest {

    private final ScriptedSource site = new ScriptedSource();
    private final CourteousWire wire = new CourteousWire(new FreeCourtesy(ScriptedSource.wire()));

    CourteousWireTest() throws IOException {
        site.says(request -> request.getRequestURI().getPath().equals("/open")
                ? new Canned(302, "", Map.of("Location", "/private"))
                : Canned.ok("text"));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void asksLeaveForEachPageOnTheWay() throws WireFailure {
        List<URI> pages = new ArrayList<>();

        assertThat(wire.exchange(open(), seconds(), pages::add).text()).isEqualTo("text");

        assertThat(pages)
                .containsExactly(site.base().resolve("/open"), site.base().resolve("/private"));
    }

    @Test
    void doesNotFollowARedirectWithoutLeave() {
        WireFailure refused = catchThrowableOfType(
                WireFailure.class, () -> wire.exchange(open(), seconds(), CourteousWireTest::refusePrivatePages));

        assertThat(refused.reason()).isEqualTo("Not that one.");
        assertThat(site.asked()).containsExactly("/open");
    }

    @Test
    void stopsAtARedirectToAHostThatCannotBeRead() throws WireFailure {
        site.says(_ -> new Canned(302, "", Map.of("Location", "http://a_b/")));

        assertThat(wire.exchange(open(), seconds()).status()).isEqualTo(302);
    }

    private static void refusePrivatePages(URI page) throws WireFailure {
        if (page.getPath().equals("/private")) {
            throw new WireFailure(Outcome.UNKNOWN, Cause.BOT_WALL, "Not that one.", Phases.NONE);
        }
    }

    private WireRequest open() {
        return WireRequest.get(site.base().resolve("/open"));
    }

    private static Deadline seconds() {
        return Deadline.in(Duration.ofSeconds(5));
    }
}
