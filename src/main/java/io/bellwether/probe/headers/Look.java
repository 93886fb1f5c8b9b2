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
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One look at one page: over plain HTTP, over HTTPS, its robots.txt, and a preflight. Ends where nothing can be told. */
final class Look {

    private static final int MAX_ROBOTS = 512 * 1024;

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
        Way plain = withoutObstacle(walk.from(twins.plain()));
        Way secure = walk.from(twins.secure());
        Way way = secure.end() == null && secure.absent(true) ? plain : secure;
        WireResponse page = way.end();
        Obstacle obstacle = obstacle(plain, way, page, secure);
        if (page == null || obstacle != null) {
            Obstacle why = Objects.requireNonNullElseGet(
                    obstacle, () -> new Obstacle(way.cause(), String.valueOf(way.failure())));
            return seen(twins, at, why, plain, secure, page, List.of(), null, null);
        }
        List<PageEvidence.Cookie> cookies = new ArrayList<>(SetCookies.of(way));
        WireResponse robots = robots(way == secure ? twins.secure() : twins.plain());
        if (robots != null) {
            cookies.addAll(SetCookies.of(robots, "robots"));
        }
        PageEvidence.Preflight preflight = new Preflighter(requests).ask(page.uri());
        return seen(twins, at, null, plain, secure, page, cookies, preflight, robots);
    }

    /** A wall that only plain HTTP meets says nothing of where that leads; a network's own page concerns the whole look. */
    private static Way withoutObstacle(Way plain) {
        WireResponse end = plain.end();
        Obstacle obstacle = end == null ? null : Obstacle.in(end);
        return obstacle == null ? plain : new Way(plain.answers(), obstacle.cause(), obstacle.reason());
    }

    private @Nullable Obstacle obstacle(Way plain, Way way, @Nullable WireResponse page, Way secure) {
        if (plain.cause() == Cause.EGRESS) {
            return new Obstacle(plain.cause(), String.valueOf(plain.failure()));
        }
        Obstacle captive = Obstacle.captive(plain, secure, suffixes);
        if (captive != null) {
            return captive;
        }
        if (page != null) {
            return Obstacle.in(page);
        }
        return way == secure || way.failure() == null
                ? null
                : new Obstacle(way.cause(), "HTTPS is not served, and over plain HTTP: " + way.failure());
    }

    private @Nullable WireResponse robots(URI page) {
        try {
            URI robots = page.resolve("/robots.txt");
            return requests.send(WireRequest.get(robots).header("Accept", "text/plain,*/*;q=0.8").cutAt(MAX_ROBOTS), null);
        } catch (WireFailure e) {
            return null;
        }
    }

    private Seen seen(
            Twins twins,
            Instant at,
            @Nullable Obstacle obstacle,
            Way plain,
            Way secure,
            @Nullable WireResponse page,
            List<PageEvidence.Cookie> cookies,
            PageEvidence.@Nullable Preflight preflight,
            @Nullable WireResponse robots) {
        PageEvidence.Page shown = page == null || obstacle != null
                ? null
                : new PageReader(suffixes).read(page, page.equals(secure.end()), twins.secure());
        PageEvidence evidence = new PageEvidence(
                twins.target(),
                at,
                obstacle == null ? null : Kept.text(obstacle.reason()),
                plain.chain(false),
                secure.chain(true),
                shown,
                cookies,
                preflight,
                robots == null ? null : robots.status(),
                preloadList.answer(hosts(twins, plain, secure)));
        return new Seen(
                evidence,
                obstacle == null ? Cause.OK : obstacle.cause(),
                page == null ? Phases.NONE : page.phases(),
                requests.sent());
    }

    private static Set<String> hosts(Twins twins, Way plain, Way secure) {
        Set<String> hosts = new TreeSet<>();
        Stream.concat(
                        Stream.of(twins.secure()),
                        Stream.of(plain, secure)
                                .flatMap(way -> way.answers().stream())
                                .map(WireResponse::uri))
                .map(uri -> String.valueOf(uri.getHost()))
                .forEach(hosts::add);
        return hosts;
    }
}
