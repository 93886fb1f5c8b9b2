package io.bellwether.probe.headers;

import io.bellwether.core.Cause;
import io.bellwether.core.Phases;
import io.bellwether.core.posture.web.PageEvidence;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One look at one page: over HTTPS, its robots.txt, a preflight, and over plain HTTP last, since firewalls that drop what comes
 * for a port without a service use up the time. Ends where nothing can be told.
 */
final class Look {

    private static final int MAX_ROBOTS = 512 * 1024;
    private static final int MOST_COOKIES = 300;

    private final Requests requests;
    private final PreloadList preloadList;
    private final PublicSuffixes suffixes;

    Look(Requests requests, PreloadList preloadList, PublicSuffixes suffixes) {
        this.requests = requests;
        this.preloadList = preloadList;
        this.suffixes = suffixes;
    }

    Seen at(Twins twins, Instant at) {
        Walk walk = new Walk(requests);
        Way secure = walk.from(twins.secure());
        if (secure.end() == null) {
            return secure.absent(true)
                    ? lookPlainly(twins, at, secure, walk)
                    : nothing(twins, at, null, secure, why(secure));
        }
        WireResponse page = secure.end();
        Obstacle obstacle = Obstacle.in(page);
        if (obstacle != null) {
            return nothing(twins, at, null, secure, obstacle);
        }
        Extras extras = extras(secure, page, twins.secure());
        Way plain = withoutObstacle(walk.from(twins.plain()));
        Obstacle captive = captive(plain, secure);
        return captive == null
                ? seen(twins, at, plain, secure, page, extras)
                : nothing(twins, at, plain, secure, captive);
    }

    private Seen lookPlainly(Twins twins, Instant at, Way secure, Walk walk) {
        Way plain = withoutObstacle(walk.from(twins.plain()));
        Obstacle captive = captive(plain, secure);
        WireResponse page = plain.end();
        if (captive != null || page == null) {
            return nothing(twins, at, plain, secure, captive == null ? why(plain) : captive);
        }
        return seen(twins, at, plain, secure, page, extras(plain, page, twins.plain()));
    }

    private static Obstacle why(Way way) {
        return new Obstacle(way.cause(), String.valueOf(way.failure()));
    }

    /** A wall that only plain HTTP meets says nothing of where that leads. */
    private static Way withoutObstacle(Way plain) {
        WireResponse end = plain.end();
        Obstacle obstacle = end == null ? null : Obstacle.in(end);
        return obstacle == null ? plain : new Way(plain.answers(), obstacle.cause(), obstacle.reason());
    }

    /** A network's own page concerns the whole look. */
    private @Nullable Obstacle captive(Way plain, Way secure) {
        return plain.cause() == Cause.EGRESS ? why(plain) : Obstacle.captive(plain, secure, suffixes);
    }

    /**
     * What is asked once the page is there.
     *
     * @param unread the header of the cookies when there are more of them than is kept
     */
    private record Extras(
            List<PageEvidence.Cookie> cookies,
            Set<String> unread,
            @Nullable Integer robotsStatus,
            PageEvidence.@Nullable Preflight preflight) {

        static final Extras NONE = new Extras(List.of(), Set.of(), null, null);
    }

    private Extras extras(Way way, WireResponse page, URI asked) {
        List<PageEvidence.Cookie> cookies = new ArrayList<>(SetCookies.of(way));
        WireResponse robots = robots(asked);
        if (robots != null && Obstacle.in(robots) == null) {
            cookies.addAll(SetCookies.of(robots, "robots"));
        }
        PageEvidence.Preflight preflight = new Preflighter(requests).ask(page.uri());
        return new Extras(
                cookies.stream().limit(MOST_COOKIES).toList(),
                cookies.size() > MOST_COOKIES ? Set.of("set-cookie") : Set.of(),
                robots == null ? null : robots.status(),
                preflight);
    }

    private @Nullable WireResponse robots(URI page) {
        try {
            URI robots = page.resolve("/robots.txt");
            return requests.send(
                    WireRequest.get(robots)
                            .header("Accept", "text/plain,*/*;q=0.8")
                            .cutAt(MAX_ROBOTS),
                    null);
        } catch (WireFailure e) {
            return null;
        }
    }

    private Seen nothing(Twins twins, Instant at, @Nullable Way plain, Way secure, Obstacle obstacle) {
        PageEvidence evidence = evidence(twins, at, obstacle, plain, secure, null, Extras.NONE);
        return new Seen(evidence, obstacle.cause(), Phases.NONE, requests.sent());
    }

    private Seen seen(Twins twins, Instant at, Way plain, Way secure, WireResponse page, Extras extras) {
        PageEvidence.Page shown =
                new PageReader(suffixes).read(page, secure.end() != null, twins.secure(), extras.unread());
        PageEvidence evidence = evidence(twins, at, null, plain, secure, shown, extras);
        return new Seen(evidence, Cause.OK, page.phases(), requests.sent());
    }

    private PageEvidence evidence(
            Twins twins,
            Instant at,
            @Nullable Obstacle obstacle,
            @Nullable Way plain,
            Way secure,
            PageEvidence.@Nullable Page page,
            Extras extras) {
        return new PageEvidence(
                twins.target(),
                at,
                obstacle == null ? null : Kept.text(obstacle.reason()),
                plain == null ? null : plain.chain(false),
                secure.chain(true),
                page,
                extras.cookies(),
                extras.preflight(),
                extras.robotsStatus(),
                preloadList.answer(hosts(twins, plain, secure)));
    }

    private static Set<String> hosts(Twins twins, @Nullable Way plain, Way secure) {
        Set<String> hosts = new TreeSet<>();
        Stream.concat(
                        Stream.of(twins.secure()),
                        Stream.concat(Stream.ofNullable(plain), Stream.of(secure))
                                .flatMap(way -> way.answers().stream())
                                .map(WireResponse::uri))
                .map(uri -> String.valueOf(uri.getHost()))
                .forEach(hosts::add);
        return hosts;
    }
}
